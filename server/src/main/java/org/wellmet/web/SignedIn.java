package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Who is looking. Implemented by the feature that keeps sessions; without a bean every visitor is anonymous.
@FunctionalInterface
public interface SignedIn {
    /// The member behind this request.
    Optional<Me> me(HttpServletRequest request);
}
