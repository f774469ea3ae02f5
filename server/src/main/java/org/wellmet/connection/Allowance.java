package org.wellmet.connection;

import java.time.Instant;

/// What a member may send in a week, with all numbers that it is made of, so that it can be printed.
///
/// `total = BASE + (verified: VERIFIED) + floor(MOST_FOR_ACCEPTANCE × accepted ÷ (counted + DAMPING))`
///
/// @param isVerified whether the member's mail address or an operator vouches for them
/// @param accepted how many of the member's invitations of the last twelve months were accepted
/// @param counted those, and those that were not accepted and are past their 60 days, however they ended: so that the
///     number tells a decline neither from silence nor before its time
/// @param used how many of this week's are used up
/// @param waiting how many wait, as far as the member is told
/// @param renewsAt when the next week begins: on Monday at midnight, by UTC
public record Allowance(boolean isVerified, long accepted, long counted, int used, long waiting, Instant renewsAt) {
    /// What everybody has: enough to invite those whom one met in a week, too few to invite everybody in turn.
    public static final int BASE = 10;

    /// More for those of whom something is known.
    public static final int VERIFIED = 5;

    /// What nearly everybody's acceptance comes near to and nobody's reaches.
    public static final int MOST_FOR_ACCEPTANCE = 20;

    /// Added to what is counted, so that one accepted invitation is not yet a record.
    public static final int DAMPING = 10;

    /// The most that may wait at a time: who has more unanswered rather waits than writes.
    public static final int MOST_WAITING = 50;

    /// For being verified.
    public int forVerified() {
        return isVerified ? VERIFIED : 0;
    }

    /// For acceptance.
    public int forAcceptance() {
        return (int) (MOST_FOR_ACCEPTANCE * accepted / (counted + DAMPING));
    }

    /// In a week.
    public int total() {
        return BASE + forVerified() + forAcceptance();
    }

    /// What is left of this week's.
    public int left() {
        return Math.max(0, total() - used);
    }

    /// Whether another may be sent to somebody with whom no known acquaintance makes it free.
    public boolean isUsedUp() {
        return left() == 0 || waiting >= MOST_WAITING;
    }
}
