package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Where a signed-in member's own [Look] is kept. An anonymous visitor's lies in a cookie.
public interface Preferences {
    /// The member's choice; empty for anonymous visitors and members who never chose.
    Optional<Look> look(HttpServletRequest request);

    /// Keeps the choice of the signed-in member; false when nobody is signed in.
    boolean keep(HttpServletRequest request, Look look);
}
