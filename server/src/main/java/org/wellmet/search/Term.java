package org.wellmet.search;

import org.wellmet.visibility.Audience;

/// Words of a member's profile by which they can be found, and by whom.
record Term(Kind kind, String text, Audience audience) {
    /// Where the words stand. The weight says how much a hit there counts; chosen by hand: who types a name means the
    /// name.
    enum Kind {
        NAME(8),
        HANDLE(6),
        HEADLINE(3),
        SKILL(3),
        ORGANISATION(2),
        SCHOOL(2),
        AREA(2);

        private final float weight;

        Kind(float weight) {
            this.weight = weight;
        }

        float weight() {
            return weight;
        }
    }
}
