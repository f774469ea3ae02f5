package org.wellmet.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An item that is part of a profile, with the id by which its owner changes it.
public record Kept<T extends Item>(long id, T item) {
    /// The one among these that says the same as `item`; the oldest, should there be several.
    static Optional<Kept<?>> sameAs(Item item, List<Kept<?>> there) {
        return there.stream()
                .filter(kept -> kept.item().sameness().equals(item.sameness()))
                .min(Comparator.comparingLong(Kept::id));
    }
}
