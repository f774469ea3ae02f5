package org.wellmet.profile;

import java.util.Map;

/// How much of what was brought is new: items by section, and how many words were filled in.
public record TakenOver(Map<Section, Integer> added, int alreadyThere, int noRoom, int wordsFilled) {
    /// Copies the counts.
    public TakenOver {
        added = Map.copyOf(added);
    }

    /// How many items are new.
    public int addedCount() {
        return added.values().stream().mapToInt(Integer::intValue).sum();
    }
}
