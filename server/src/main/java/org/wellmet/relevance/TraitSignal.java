package org.wellmet.relevance;

/// A signal made of one kind of trait.
enum TraitSignal {
    /// What both say, each weighted by its rarity: the kind's own formula, usually the sum of `ln(N / df)`.
    SHARED(0),
    /// How readily holders of the two's values tie: [Affinity].
    ALIKE(1),
    /// How much oftener than expected the other is tied to those who hold what the viewer holds.
    COMPANY(2),
    /// How much of what the other says is held by those whom the viewer is tied to, by rarity.
    AROUND(3);

    static final int COUNT = values().length;

    private final int place;

    TraitSignal(int place) {
        this.place = place;
    }

    /// Where the signal of that kind stands in a vector of signals.
    int at(int kind) {
        return TieSignal.COUNT + kind * COUNT + place;
    }

    /// How long a vector of signals is.
    static int vectorLength(int kindCount) {
        return TieSignal.COUNT + kindCount * COUNT;
    }
}
