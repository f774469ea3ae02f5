package org.wellmet.connection;

import java.time.Instant;

/// What became of a wish to take an invitation back. Every case but [Withdrawn] leaves the database untouched.
public sealed interface WithdrawInvitationOutcome {
    /// It is taken back.
    record Withdrawn(Instant nextAt) implements WithdrawInvitationOutcome {}

    /// It waits no more: accepted, withdrawn before or expired.
    record Over() implements WithdrawInvitationOutcome {}

    /// There is no such invitation by this member, or its invitee is not to be seen. Never told apart.
    record Absent() implements WithdrawInvitationOutcome {}
}
