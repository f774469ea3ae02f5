package org.wellmet.connection;

import java.time.Instant;
import org.wellmet.member.MemberId;

/// What became of a wish to invite. Every case but [Sent] and [Connected] leaves the database untouched.
public sealed interface SendInvitationOutcome {
    /// It waits for the invitee's answer.
    record Sent(Invitation invitation) implements SendInvitationOutcome {}

    /// The other had invited, too: the two crossed and made a connection.
    record Connected(MemberId other) implements SendInvitationOutcome {}

    /// There is a connection already.
    record AlreadyConnected() implements SendInvitationOutcome {}

    /// One waits already; it may have been declined, which the inviter is not told.
    record AlreadyInvited(Invitation invitation) implements SendInvitationOutcome {}

    /// One was taken back, or ended by a block, less than three weeks ago.
    record TooSoon(Instant retryAt) implements SendInvitationOutcome {}

    /// The other takes no invitation from this member for the time being.
    record NotOpen() implements SendInvitationOutcome {}

    /// The inviter has sent as many as one may in a day; there is room for another at `retryAt`.
    record QuotaReached(Instant retryAt) implements SendInvitationOutcome {}

    /// Nobody invites themselves.
    record Oneself() implements SendInvitationOutcome {}

    /// There is nobody whom this member may see. Absent, suspended and blocked are never told apart.
    record Absent() implements SendInvitationOutcome {}
}
