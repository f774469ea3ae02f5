package org.wellmet.relevance;

import java.util.List;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;

/// What one member says, by kind of trait.
///
/// Immutable.
record TraitCard(List<Part> parts) {
    /// Says nothing of any kind.
    static final TraitCard EMPTY = new TraitCard(List.of());

    TraitCard {
        parts = List.copyOf(parts);
    }

    Part part(int kind) {
        return parts.isEmpty() ? Part.NOTHING : parts.get(kind);
    }

    /// What the member says of one kind.
    ///
    /// @param values ascending, each once
    /// @param stays for each of what was said: its value, and the months between which it lasted
    /// @param labels for each of what was said: how the member spells it
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers, compared by nobody
    record Part(Audience audience, int[] values, int[] stays, String[] labels) {
        static final int STAY = 3;
        static final Part NOTHING = new Part(Audience.ME, new int[0], new int[0], new String[0]);

        /// The same as somebody who stands so may see it.
        Part seenBy(Standing standing) {
            return audience.admits(standing) ? this : NOTHING;
        }
    }
}
