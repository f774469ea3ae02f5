package org.wellmet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a request that doubles a parameter of one value, or that fills one of JSON's with nothing to see, and tidies
/// every parameter ([TypedText]) for all who read
/// it.
///
/// The parts of an upload are counted by [OneStringInterceptor], after sign-in and CSRF have been checked: reading them
/// here would take in the whole upload of anybody.
final class OneStringFilter extends OncePerRequestFilter {
    private static final String API = "/api/";

    private final Set<String> manyValued;

    OneStringFilter(Set<String> manyValued) {
        this.manyValued = Set.copyOf(manyValued);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isUpload(request) && (!isReadable(request) || isDoubled(request) || isHollow(request))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(new Tidied(request), response);
    }

    /// Whether the container can read the parameters: not all that follows a percent sign is a number.
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidParameterException _) {
            return false;
        }
    }

    /// Whether a program sends what nobody can see: tidied, it would be read as if it had not been sent.
    private static boolean isHollow(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API)
                && request.getParameterMap().values().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(value ->
                                !value.isEmpty() && TypedText.tidy(value).isEmpty());
    }

    boolean isDoubled(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> parameter.getValue().length > 1 && !manyValued.contains(parameter.getKey()));
    }

    /// As wide as the container and Spring take it: any spelling of any `multipart/`.
    static boolean isUpload(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// The request with tidy parameters.
    private static final class Tidied extends HttpServletRequestWrapper {
        Tidied(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            @Nullable String value = super.getParameter(name);
            return value == null ? null : TypedText.tidy(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String @Nullable [] values = super.getParameterValues(name);
            return values == null ? null : tidy(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> tidied = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> tidied.put(name, tidy(values)));
            return tidied;
        }

        private static String[] tidy(String[] values) {
            return Arrays.stream(values).map(TypedText::tidy).toArray(String[]::new);
        }
    }
}
