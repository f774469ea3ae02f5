package org.wellmet.relevance;

/// A signal made of ties.
public enum TieSignal {
    /// `ln(1 + degree)` of the other: who knows many is known to the next one, too.
    ACTIVITY(0),
    /// Its square: what many ties are worth beyond that, or less.
    ACTIVITY_SQUARED(1),
    /// `ln(1 + mutual connections)`.
    MUTUAL(2),
    /// The resource allocation index, ten times: each mutual connection counts `1 / its degree`.
    ALLOCATION(3),
    /// The logarithm of the same: `ln(1 + 1000 index)`.
    ALLOCATION_LOG(4),
    /// The same with the square of the degree: who knows few introduces more closely.
    CLOSENESS(5),
    /// How much likelier two steps from the viewer end at the other than a random step.
    LIFT(6),
    /// How much oftener than expected those whom the viewer knows share ties with the other. For viewers with few ties.
    COMPANIONS(7);

    static final int COUNT = values().length;

    private final int place;

    TieSignal(int place) {
        this.place = place;
    }

    /// Where the signal stands in a vector of signals.
    int at() {
        return place;
    }

    /// Whether it tells only how many ties the other has.
    boolean isActivity() {
        return this == ACTIVITY || this == ACTIVITY_SQUARED;
    }

    /// Whether it is made of mutual connections.
    boolean isMutual() {
        return switch (this) {
            case MUTUAL, ALLOCATION, ALLOCATION_LOG, CLOSENESS, LIFT -> true;
            case ACTIVITY, ACTIVITY_SQUARED, COMPANIONS -> false;
        };
    }
}
