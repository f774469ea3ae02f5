package org.wellmet.bench;

import org.wellmet.suggestion.Likeness;
import org.wellmet.suggestion.Prospect;
import org.wellmet.suggestion.SuggestionModel;

/// Judges members of a [PowerLawGraph] by their [GeneratedTraits]: a stand-in for `org.wellmet.relevance`, of which
/// nothing but memory is asked. Confined to one thread.
final class StandIn {
    private static final int MOST_SHARED = 32;
    private static final double START = -6;
    private static final int MOST_WAITING = 23;
    private static final int MOST_DAYS_AWAY = 360;

    private final GeneratedTraits traits;
    private final int[] shared = new int[MOST_SHARED];

    StandIn(GeneratedTraits traits) {
        this.traits = traits;
    }

    /// The other as a prospect of the member's.
    Prospect judged(int member, long key, double damped) {
        int other = (int) key;
        double logOdds = START + traits.likeness(member, other, shared) / 4 + Math.log1p(damped);
        return new Prospect(
                key,
                damped,
                1 / (1 + Math.exp(-logOdds)),
                new Likeness(-Math.expm1(-shared[0]), 0, traits.isNear(member, other) ? 1 : 0),
                SuggestionModel.availability(other % MOST_WAITING, other % MOST_DAYS_AWAY));
    }

    /// What the two last judged share, for reasons.
    int[] reasons() {
        return shared.clone();
    }
}
