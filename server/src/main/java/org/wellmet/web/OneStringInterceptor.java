package org.wellmet.web;

import jakarta.servlet.DispatcherType;
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
        // On the way to an error page the body may be there still, refused unread.
        boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
        if (!isError && OneStringFilter.isUpload(request) && filter.isDoubled(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        return true;
    }
}
