package org.wellmet.visibility;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problems;

/// Keeps each route to those whom its [OpenTo] names.
///
/// Thread-safe.
@Component
final class AccessGate implements HandlerInterceptor {
    private static final String OWN_ROUTES = "org.wellmet.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // static files: the same for everyone
        }
        Viewer viewer = Viewers.current();
        return switch (openTo(method).orElse(OpenTo.Who.ANYONE)) {
            case ANYONE -> true;
            case MEMBERS -> viewer.isSignedIn() || sendToSignIn(method, request, response);
            case OPERATORS -> {
                if (!viewer.isOperator()) {
                    throw new NotHere();
                }
                yield true;
            }
        };
    }

    /// Who may call the route; empty for routes of the frameworks, such as the error page.
    static Optional<OpenTo.Who> openTo(HandlerMethod route) {
        if (!route.getBeanType().getName().startsWith(OWN_ROUTES)) {
            return Optional.empty();
        }
        OpenTo onMethod = AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), OpenTo.class);
        OpenTo onType = AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), OpenTo.class);
        OpenTo openTo = onMethod == null ? onType : onMethod;
        if (openTo == null) {
            throw new IllegalStateException("a route must say whom it is @OpenTo: " + route);
        }
        return Optional.of(openTo.value());
    }

    /// Only who looks at a whole page is led elsewhere; what a script or a program asks for is refused, so
    /// that no page of ours ends in a list of suggestions.
    private static boolean sendToSignIn(HandlerMethod route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isPage = "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !Problems.isApi(request)
                && !AnnotatedElementUtils.hasAnnotation(route.getBeanType(), ResponseBody.class);
        if (!isPage) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect("/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        return false;
    }
}
