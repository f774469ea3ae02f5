package org.wellmet.relevance;

import java.util.List;
import org.wellmet.member.MemberId;

/// How relevant a member is to the viewer.
///
/// Immutable.
///
/// @param probability that the two would connect: the log-odds, calibrated
/// @param logOdds the sum of the contributions
/// @param sharing what the two say alike
/// @param grounds all there is to say for it, strongest first: [#reasons] are the first of them
public record Judgement(
        MemberId member,
        double probability,
        double logOdds,
        Sharing sharing,
        List<Contribution> contributions,
        List<Reason> grounds) {
    /// The most reasons that somebody is told.
    public static final int MOST_REASONS = 3;

    /// Copies the lists.
    public Judgement {
        contributions = List.copyOf(contributions);
        grounds = List.copyOf(grounds);
        if (!(probability >= 0 && probability <= 1)) { // written so that NaN fails, too
            throw new IllegalArgumentException("probability must be within [0, 1], got " + probability);
        }
    }

    /// The strongest, strongest first.
    public List<Reason> reasons() {
        return grounds.subList(0, Math.min(MOST_REASONS, grounds.size()));
    }
}
