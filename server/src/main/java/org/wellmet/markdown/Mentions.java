package org.wellmet.markdown;

import java.util.Optional;

/// Says who a mentioned handle is: the caller knows who exists and whom the reader may see.
@FunctionalInterface
public interface Mentions {
    /// No handle is known: every mention stays text.
    Mentions NONE = _ -> Optional.empty();

    /// Whom a handle in lower case means, or empty where it is to stay text.
    Optional<Mentioned> find(String handle);

    /// Somebody mentioned: the path of their page (`/members/ada`), and the name that stands for the handle.
    record Mentioned(String path, String name) {}
}
