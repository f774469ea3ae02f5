package org.wellmet.connection;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// How an invitation comes to be: what stands against it, whom it costs something, and what meets it.
///
/// Thread-safe.
@Component
final class Sending {
    private final InvitationStore store;
    private final Connections connections;
    private final Ties ties;
    private final Ties.Means means;
    private final Visibility visibility;
    private final Grounds grounds;
    private final Gates gates;
    private final Allowances allowances;

    Sending(
            JdbcClient sql,
            Connections connections,
            Ties ties,
            Ties.Means means,
            Visibility visibility,
            Grounds grounds,
            Gates gates,
            Allowances allowances) {
        this.store = new InvitationStore(sql);
        this.connections = connections;
        this.ties = ties;
        this.means = means;
        this.visibility = visibility;
        this.grounds = grounds;
        this.gates = gates;
        this.allowances = allowances;
    }

    SendInvitationOutcome send(MemberId inviter, MemberId invitee, Claim claim, WhyNow whyNow) {
        SharedGround shared = grounds.shared(inviter, invitee);
        return obstacle(inviter, invitee, shared)
                .orElseGet(() -> whole(
                        new Wish(inviter, invitee, claim, whyNow, shared),
                        new Passage(allowances.costs(inviter, invitee, shared), false)));
    }

    /// Sends to somebody who followed the inviter's invitation and so opened their gate to them. It costs its inviter
    /// nothing more: it was paid for as an invitation to somebody outside.
    SendInvitationOutcome sendPaid(MemberId inviter, MemberId invitee, Claim claim, WhyNow whyNow) {
        return whole(
                new Wish(inviter, invitee, claim, whyNow, grounds.shared(inviter, invitee)),
                new Passage(Allowances.Costs.NONE, true));
    }

    /// What is to be sent, with what the two share: asked once, and before their pair is held.
    private record Wish(MemberId inviter, MemberId invitee, Claim claim, WhyNow whyNow, SharedGround shared) {
        Invitation draft(Check check, Instant now) {
            return Invitation.draft(inviter, invitee, claim, check, whyNow, now);
        }
    }

    /// What an invitation costs, and whether its invitee let it in already.
    private record Passage(Allowances.Costs costs, boolean isLetIn) {}

    private SendInvitationOutcome whole(Wish wish, Passage passage) {
        MemberId inviter = wish.inviter();
        MemberId invitee = wish.invitee();
        Check check = wish.shared().check(wish.claim());
        return means.transactions().call(() -> {
            means.hold(inviter, invitee);
            Instant now = means.now();
            return refusal(inviter, invitee, now)
                    .or(() -> passage.isLetIn() ? Optional.empty() : closed(inviter, invitee, wish.shared(), now))
                    .orElseGet(() -> {
                        store.expire(inviter, invitee, now);
                        return written(wish.draft(check, now), passage.costs());
                    });
        });
    }

    Optional<SendInvitationOutcome> obstacle(MemberId inviter, MemberId invitee, SharedGround shared) {
        if (inviter.equals(invitee)) {
            return Optional.of(new SendInvitationOutcome.Oneself());
        }
        Instant now = means.now();
        return refusal(inviter, invitee, now).or(() -> closed(inviter, invitee, shared, now));
    }

    /// Whoever has invited opens their own gate to that person.
    private Optional<SendInvitationOutcome> closed(
            MemberId inviter, MemberId invitee, SharedGround shared, Instant now) {
        if (theirs(inviter, invitee, now).isPresent()) {
            return Optional.empty();
        }
        return switch (gates.doorsTo(Viewer.of(inviter), invitee, shared)) {
            case Door.Open _ -> Optional.empty();
            case Door.Closed closed -> Optional.of(refusedBy(closed));
        };
    }

    /// One whose gate shows no way at all looks like one who declined.
    private static SendInvitationOutcome refusedBy(Door.Closed door) {
        return door.ways().isEmpty()
                ? new SendInvitationOutcome.NotOpen()
                : new SendInvitationOutcome.BelowTheGate(door.ways());
    }

    /// What stands between the two but for the invitee's gate.
    Optional<SendInvitationOutcome> refusal(MemberId inviter, MemberId invitee, Instant now) {
        if (!visibility.maySee(Viewer.of(inviter), invitee)) {
            return Optional.of(new SendInvitationOutcome.Absent());
        }
        if (connections.areConnected(inviter, invitee)) {
            return Optional.of(new SendInvitationOutcome.AlreadyConnected());
        }
        Optional<Invitation> theirs = store.latest(invitee, inviter);
        if (theirs.filter(waits -> crosses(waits, now)).isPresent()) {
            return Optional.empty();
        }
        return store.latest(inviter, invitee).flatMap(mine -> refusalAfter(mine, theirs.orElse(null), now));
    }

    private static Optional<SendInvitationOutcome> refusalAfter(
            Invitation mine, @Nullable Invitation theirs, Instant now) {
        InvitationStatus seen = mine.statusForInviter(now);
        if (seen == InvitationStatus.PENDING) {
            return Optional.of(new SendInvitationOutcome.AlreadyInvited(mine));
        }
        Instant ended = mine.endedAt().orElse(mine.expiresAt());
        Instant retryAt = mine.withdrawnAt().orElse(ended).plus(Invitations.PAUSE_AFTER_WITHDRAWAL);
        boolean wasEndedEarly = seen == InvitationStatus.WITHDRAWN || seen == InvitationStatus.VOIDED;
        if (wasEndedEarly && now.isBefore(retryAt)) {
            return Optional.of(new SendInvitationOutcome.TooSoon(retryAt));
        }
        boolean hasInvitedSince = theirs != null && theirs.sentAt().isAfter(ended);
        return mine.status() == InvitationStatus.DECLINED
                        && !hasInvitedSince
                        && now.isBefore(ended.plus(Invitations.PAUSE_AFTER_DECLINE))
                ? Optional.of(new SendInvitationOutcome.NotOpen())
                : Optional.empty();
    }

    /// Whether a decline of the invitee's holds that the inviter is told of as of a closed gate.
    boolean isClosedByDecline(MemberId inviter, MemberId invitee) {
        return refusal(inviter, invitee, means.now())
                .filter(SendInvitationOutcome.NotOpen.class::isInstance)
                .isPresent();
    }

    /// Whether an invitation the other way meets this one: it waits, or its inviter believes that it does. In
    /// the second case the one who had declined invites, which both then wish.
    private static boolean crosses(Invitation theirs, Instant now) {
        return theirs.statusForInviter(now) == InvitationStatus.PENDING;
    }

    private Optional<Invitation> theirs(MemberId inviter, MemberId invitee, Instant now) {
        return store.latest(invitee, inviter).filter(waits -> crosses(waits, now));
    }

    private SendInvitationOutcome written(Invitation draft, Allowances.Costs costs) {
        Instant now = draft.sentAt();
        Optional<Invitation> theirs = theirs(draft.inviter(), draft.invitee(), now);
        if (theirs.isEmpty()) {
            return allowances
                    .spend(draft.inviter(), draft.invitee(), costs, now)
                    .orElseGet(() -> sent(draft));
        }
        store.accept(theirs.get(), now);
        store.insert(draft.ended(InvitationStatus.SUPERSEDED, now));
        connect(theirs.get(), now);
        return new SendInvitationOutcome.Connected(draft.invitee());
    }

    private SendInvitationOutcome sent(Invitation draft) {
        long id = store.insert(draft);
        means.changeLog()
                .append(
                        Invitations.SENT,
                        draft.inviter().value(),
                        draft.invitee().value(),
                        id);
        return new SendInvitationOutcome.Sent(draft.numbered(id));
    }

    /// Connects the two of an invitation that is accepted, in the caller's transaction and under its pair lock.
    void connect(Invitation invitation, Instant now) {
        means.changeLog()
                .append(
                        Invitations.ACCEPTED,
                        invitation.invitee().value(),
                        invitation.inviter().value(),
                        invitation.id());
        ties.connect(invitation.invitee(), invitation.inviter(), now);
    }
}
