package org.wellmet.connection;

import org.wellmet.member.MemberId;

/// What became of a wish to accept. Every case but [Accepted] leaves the database untouched.
public sealed interface AcceptInvitationOutcome {
    /// The two are connected.
    record Accepted(MemberId inviter) implements AcceptInvitationOutcome {}

    /// It was accepted before, and the two are connected.
    record AlreadyConnected(MemberId inviter) implements AcceptInvitationOutcome {}

    /// It waits no more: declined, withdrawn or expired.
    record Over() implements AcceptInvitationOutcome {}

    /// There is no such invitation to this member, or its inviter is not to be seen. Never told apart.
    record Absent() implements AcceptInvitationOutcome {}
}
