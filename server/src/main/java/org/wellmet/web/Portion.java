package org.wellmet.web;

import java.util.List;

/// What one page shows of a longer list, which was asked for one more than fits: so that no page leads on to an empty
/// one. Immutable.
public record Portion<T>(List<T> shown, boolean isMore) {
    /// Copies the list.
    public Portion {
        shown = List.copyOf(shown);
    }

    /// The first `size` of what was found.
    public static <T> Portion<T> of(List<T> found, int size) {
        return new Portion<>(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }
}
