package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/// Addresses to which a member's mail program posts without having seen a page of ours (RFC 8058), and so
/// without a CSRF token: a proof in the address stands for it. Declared as a bean by the feature that has
/// them.
///
/// @param address the whole path, the proof included
public record OneClick(Pattern address) {
    /// Whether this request is such a post. Any other needs its token, also at these addresses.
    public boolean isMadeBy(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && address.matcher(request.getRequestURI()).matches()
                && (OneStringFilter.isUpload(request) // the form that the standard prefers; its parts are not read
                        || "One-Click".equals(request.getParameter("List-Unsubscribe")));
    }
}
