package org.wellmet.relevance;

import java.util.List;
import org.wellmet.member.MemberId;

/// How relevant a member is to the viewer.
///
/// Immutable.
///
/// @param probability that the two would connect: the log-odds, calibrated
/// @param logOdds the sum of the contributions
/// @param reasons the strongest, at most [#MOST_REASONS], strongest first
public record Judgement(
        MemberId member, double probability, double logOdds, List<Contribution> contributions, List<Reason> reasons) {
    /// The most reasons that a judgement comes with.
    public static final int MOST_REASONS = 3;

    /// Copies the lists.
    public Judgement {
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
        if (!(probability >= 0 && probability <= 1)) { // written so that NaN fails, too
            throw new IllegalArgumentException("probability must be within [0, 1], got " + probability);
        }
        if (reasons.size() > MOST_REASONS) {
            throw new IllegalArgumentException("at most " + MOST_REASONS + " reasons, got " + reasons.size());
        }
    }
}
