package org.wellmet.connection;

import java.time.Instant;
import java.util.Optional;
import org.wellmet.member.MemberId;

/// An invitation as it stands.
///
/// @param check what the server knew of the claim when it was sent
/// @param endedAt when it stopped waiting
/// @param withdrawnAt when the inviter took it back after it had been declined without their knowing
public record Invitation(
        long id,
        MemberId inviter,
        MemberId invitee,
        InvitationStatus status,
        Claim claim,
        Check check,
        WhyNow whyNow,
        Instant sentAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        Optional<Instant> withdrawnAt) {
    /// Where it stands at `now`: a pending one has expired when its time is over.
    public InvitationStatus statusAt(Instant now) {
        return status == InvitationStatus.PENDING && !now.isBefore(expiresAt) ? InvitationStatus.EXPIRED : status;
    }

    /// Where it seems to stand to its inviter, who is not told of a decline: a declined one goes on to wait until it is
    /// withdrawn or its time is over.
    public InvitationStatus statusForInviter(Instant now) {
        if (status != InvitationStatus.DECLINED) {
            return statusAt(now);
        }
        if (withdrawnAt.isPresent()) {
            return InvitationStatus.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? InvitationStatus.PENDING : InvitationStatus.EXPIRED;
    }

    /// Whether the server knew anything of the claim when it was sent.
    public boolean isChecked() {
        return check.isChecked();
    }

    /// A place in a list as it stands in an address.
    public String cursor() {
        return Cursors.write(sentAt, id);
    }

    /// One that begins to wait at `now`; it has no id yet.
    static Invitation draft(MemberId inviter, MemberId invitee, Claim claim, Check check, WhyNow whyNow, Instant now) {
        return new Invitation(
                0,
                inviter,
                invitee,
                InvitationStatus.PENDING,
                claim,
                check,
                whyNow,
                now,
                now.plus(Invitations.LIFE),
                Optional.empty(),
                Optional.empty());
    }

    /// The same with the id that it got.
    Invitation numbered(long newId) {
        return new Invitation(
                newId, inviter, invitee, status, claim, check, whyNow, sentAt, expiresAt, endedAt, withdrawnAt);
    }

    /// The same, ended.
    Invitation ended(InvitationStatus how, Instant at) {
        return new Invitation(
                id, inviter, invitee, how, claim, check, whyNow, sentAt, expiresAt, Optional.of(at), withdrawnAt);
    }
}
