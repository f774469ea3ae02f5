package org.wellmet.connection;

import org.wellmet.member.MemberId;

/// What became of a wish to decline. Every case but [Declined] leaves the database untouched.
public sealed interface DeclineInvitationOutcome {
    /// It is declined; the inviter is not told.
    record Declined(MemberId inviter) implements DeclineInvitationOutcome {}

    /// It waits no more: answered, withdrawn or expired.
    record Over() implements DeclineInvitationOutcome {}

    /// There is no such invitation to this member, or its inviter is not to be seen. Never told apart.
    record Absent() implements DeclineInvitationOutcome {}
}
