package org.wellmet.connection;

import java.time.Instant;
import org.wellmet.member.MemberId;

/// What became of a wish to take a decline back. Every case but [Undone] leaves the database untouched.
public sealed interface UndoDeclineOutcome {
    /// The invitation waits again; the inviter is not told.
    record Undone(MemberId inviter) implements UndoDeclineOutcome {}

    /// It waits already: it was not declined, or that was taken back before.
    record Waits() implements UndoDeclineOutcome {}

    /// The time for second thoughts is over. Inviting the inviter connects the two at once.
    record TooLate() implements UndoDeclineOutcome {}

    /// It was accepted, withdrawn, voided or is over its time, or the two are connected.
    record Over() implements UndoDeclineOutcome {}

    /// The member tried so often that the next time is at `retryAt`, whatever they ask for.
    record TooMany(Instant retryAt) implements UndoDeclineOutcome {}

    /// There is no such invitation to this member, or its inviter is not to be seen. Never told apart.
    record Absent() implements UndoDeclineOutcome {}
}
