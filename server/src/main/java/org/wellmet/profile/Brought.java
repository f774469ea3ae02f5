package org.wellmet.profile;

import java.util.List;

/// What a member brings from elsewhere and ticked: words (empty ones are not brought) and items.
public record Brought(String headline, Words words, List<Item> items) {
    /// No archive that is read here holds more.
    public static final int MOST_ITEMS = 1_000;

    /// Copies the items.
    public Brought {
        items = List.copyOf(items);
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("at most " + MOST_ITEMS + " items at once, got " + items.size());
        }
    }
}
