package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Does for uploads what [OneStringFilter] does for all other requests.
final class OneStringInterceptor implements HandlerInterceptor {
    private final OneStringFilter filter;

    OneStringInterceptor(OneStringFilter filter) {
        this.filter = filter;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (OneStringFilter.isUpload(request) && filter.isDoubled(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        return true;
    }
}
