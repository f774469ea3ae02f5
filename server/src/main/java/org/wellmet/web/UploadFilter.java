package org.wellmet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a long upload by its head, with its body unread.
///
/// Spring Security's look for a CSRF token reads the parts of an upload, and with them the whole file onto the disk,
/// before any route says whom it is open to. So this filter stands before it: what is longer than [#MAX_BYTES], or does
/// not say how long it is, passes at the address of a [LongUpload] and with a session only, and only a member has one.
///
/// Thread-safe.
final class UploadFilter extends OncePerRequestFilter {
    /// The largest picture, and room for what is typed beside it.
    static final long MAX_BYTES = 10_000_000;

    private final Set<String> longUploads;

    UploadFilter(Set<String> longUploads) {
        this.longUploads = Set.copyOf(longUploads);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!OneStringFilter.isUpload(request) || isShort(request)) {
            chain.doFilter(request, response);
        } else if (!longUploads.contains(request.getRequestURI())) { // as sent: other spellings get no more room
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getSession(false) == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isShort(HttpServletRequest request) {
        long bytes = request.getContentLengthLong();
        return bytes >= 0 && bytes <= MAX_BYTES;
    }
}
