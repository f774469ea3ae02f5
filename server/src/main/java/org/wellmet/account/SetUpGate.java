package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Leads every page to the set-up until it is done. Thread-safe.
@Component
final class SetUpGate implements WebMvcConfigurer, HandlerInterceptor {
    private static final List<String> OPEN =
            List.of("/set-up", "/sign-in", "/sign-out", "/language", "/static/", "/error", "/test/");

    private final NetworkSettings network;

    SetUpGate(NetworkSettings network) {
        this.network = network;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (network.current().isSetUp() || OPEN.stream().anyMatch(request.getRequestURI()::startsWith)) {
            return true;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/set-up");
        return false;
    }
}
