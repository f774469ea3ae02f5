package org.wellmet.markdown;

import java.util.Optional;

/// Says where a mentioned handle leads, and to whom: the caller knows who exists and whom the reader may see.
@FunctionalInterface
public interface Mentions {
    /// No handle is known: every mention stays text.
    Mentions NONE = _ -> Optional.empty();

    /// The path of the member's page (`/members/ada`) for a handle in lower case, or empty where it is to stay text.
    Optional<String> pathOf(String handle);
}
