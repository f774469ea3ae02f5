package org.wellmet.connection;

import java.time.Instant;
import java.util.List;
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

    /// The other's gate is closed to this member; these ways are open instead. Never none.
    record BelowTheGate(List<Door.Way> ways) implements SendInvitationOutcome {
        public BelowTheGate {
            ways = List.copyOf(ways);
        }
    }

    /// The inviter's allowance of this week is used up; it begins anew at `retryAt`.
    record QuotaReached(Instant retryAt) implements SendInvitationOutcome {}

    /// As many invitations of the inviter wait as may, as far as the inviter is told.
    record TooManyWait() implements SendInvitationOutcome {}

    /// Nobody invites themselves.
    record Oneself() implements SendInvitationOutcome {}

    /// There is nobody whom this member may see. Absent, suspended and blocked are never told apart.
    record Absent() implements SendInvitationOutcome {}
}
