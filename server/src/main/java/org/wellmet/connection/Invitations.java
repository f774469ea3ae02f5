package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Invitations to connect: send, accept, decline, withdraw, and who waits for whom.
///
/// Each verb is one transaction under the pair lock; each says by a sealed outcome what became of it, and a refusal
/// changes nothing. The package doc has the table of states.
///
/// Thread-safe.
@Component
public final class Invitations {
    /// The change that tells that `memberId` invited `otherId`; the subject is the invitation.
    public static final String SENT = "invitation.sent";

    /// The change that tells that `memberId` accepted what `otherId` had sent.
    public static final String ACCEPTED = "invitation.accepted";

    /// The change that tells that `memberId` took back what they sent to `otherId`.
    public static final String WITHDRAWN = "invitation.withdrawn";

    /// The change that tells that `memberId` declined what `otherId` had sent. Nobody is to be told.
    public static final String DECLINED = "invitation.declined";

    /// How long an invitation waits.
    public static final Duration LIFE = Duration.ofDays(60);

    /// How long after taking one back the same member may not be invited again.
    public static final Duration PAUSE_AFTER_WITHDRAWAL = Duration.ofDays(21);

    /// How long a decline holds, unless the decliner invites.
    public static final Duration PAUSE_AFTER_DECLINE = Duration.ofDays(365);

    /// Invitations on one page of a list.
    public static final int PAGE_SIZE = 20;

    static final Limit INVITING = new Limit(
            "connection.invite",
            40,
            Duration.ofDays(1),
            "Against inviting everybody in turn; who gives each invitation a reason writes fewer in a day.");

    private final InvitationStore store;
    private final Connections connections;
    private final Ties ties;
    private final Ties.Means means;
    private final Visibility visibility;
    private final Grounds grounds;
    private final Limits limits;

    Invitations(
            JdbcClient sql,
            Connections connections,
            Ties ties,
            Ties.Means means,
            Visibility visibility,
            Grounds grounds,
            Limits limits) {
        this.store = new InvitationStore(sql);
        this.connections = connections;
        this.ties = ties;
        this.means = means;
        this.visibility = visibility;
        this.grounds = grounds;
        this.limits = limits;
    }

    /// Invites. Two invitations that cross make a connection. What is refused anyway does not count towards the limit.
    public SendInvitationOutcome send(MemberId inviter, MemberId invitee, Claim claim, WhyNow whyNow) {
        return obstacle(inviter, invitee)
                .orElseGet(() -> switch (limits.take(INVITING, LimitKey.ofMember(inviter.value()))) {
                    case LimitOutcome.Allowed _ -> counted(inviter, invitee, claim, whyNow);
                    case LimitOutcome.Exhausted(var retryAt) -> new SendInvitationOutcome.QuotaReached(retryAt);
                });
    }

    private SendInvitationOutcome counted(MemberId inviter, MemberId invitee, Claim claim, WhyNow whyNow) {
        boolean isChecked = commonGround(inviter, invitee).stream()
                .anyMatch(ground -> ground.claim().agreesWith(claim));
        return means.transactions().call(() -> {
            means.pairLock().hold(inviter.value(), invitee.value());
            Instant now = now();
            return refusal(inviter, invitee, now).orElseGet(() -> {
                store.expire(inviter, invitee, now);
                return written(draft(inviter, invitee, claim, isChecked, whyNow, now));
            });
        });
    }

    /// What stands between the two against inviting, if anything: what [#send] would answer, before anything is typed.
    public Optional<SendInvitationOutcome> obstacle(MemberId inviter, MemberId invitee) {
        return inviter.equals(invitee)
                ? Optional.of(new SendInvitationOutcome.Oneself())
                : refusal(inviter, invitee, now());
    }

    /// Accepts: the two are connected.
    public AcceptInvitationOutcome accept(MemberId invitee, long id) {
        return means.transactions()
                .call(() -> held(store.ofInvitee(invitee, id))
                        .flatMap(_ -> store.ofInvitee(invitee, id))
                        .filter(invitation -> isSeen(invitee, invitation.inviter()))
                        .map(this::accept)
                        .orElseGet(AcceptInvitationOutcome.Absent::new));
    }

    /// Declines. The inviter is not told, and may not invite again for [#PAUSE_AFTER_DECLINE] unless invited.
    public DeclineInvitationOutcome decline(MemberId invitee, long id) {
        return means.transactions()
                .call(() -> held(store.ofInvitee(invitee, id))
                        .flatMap(_ -> store.ofInvitee(invitee, id))
                        .filter(invitation -> isSeen(invitee, invitation.inviter()))
                        .map(this::decline)
                        .orElseGet(DeclineInvitationOutcome.Absent::new));
    }

    /// Takes back. The same member may be invited again after [#PAUSE_AFTER_WITHDRAWAL].
    public WithdrawInvitationOutcome withdraw(MemberId inviter, long id) {
        return means.transactions()
                .call(() -> held(store.ofInviter(inviter, id))
                        .flatMap(_ -> store.ofInviter(inviter, id))
                        .filter(invitation -> isSeen(inviter, invitation.invitee()))
                        .map(this::withdraw)
                        .orElseGet(WithdrawInvitationOutcome.Absent::new));
    }

    /// A page of those that wait for the member's answer, latest first.
    ///
    /// @param after the [Invitation#cursor] of the last one on the page before; empty for the first page
    public List<Invitation> received(MemberId invitee, String after) {
        return store.received(invitee, now(), after, PAGE_SIZE);
    }

    /// A page of those of the member that wait, as far as the member is told, latest first.
    public List<Invitation> sent(MemberId inviter, String after) {
        return store.sent(inviter, now(), after, PAGE_SIZE);
    }

    /// How many wait for the member's answer.
    public long receivedCount(MemberId invitee) {
        return store.receivedCount(invitee, now());
    }

    /// How many of the member's wait, as far as the member is told.
    public long sentCount(MemberId inviter) {
        return store.sentCount(inviter, now());
    }

    /// The one that waits between the two for `invitee` to answer.
    public Optional<Invitation> waiting(MemberId inviter, MemberId invitee) {
        Instant now = now();
        return store.latest(inviter, invitee).filter(latest -> latest.statusAt(now) == InvitationStatus.PENDING);
    }

    /// The one that waits between the two, as far as its inviter is told.
    public Optional<Invitation> waitingForInviter(MemberId inviter, MemberId invitee) {
        Instant now = now();
        return store.latest(inviter, invitee)
                .filter(latest -> latest.statusForInviter(now) == InvitationStatus.PENDING);
    }

    /// What the server knows the two to share, for the inviter to choose from.
    public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
        return grounds.between(inviter, invitee);
    }

    private Optional<SendInvitationOutcome> refusal(MemberId inviter, MemberId invitee, Instant now) {
        if (!isSeen(inviter, invitee)) {
            return Optional.of(new SendInvitationOutcome.Absent());
        }
        if (connections.areConnected(inviter, invitee)) {
            return Optional.of(new SendInvitationOutcome.AlreadyConnected());
        }
        Optional<Invitation> theirs = store.latest(invitee, inviter);
        if (theirs.filter(waits -> crosses(waits, now)).isPresent()) {
            return Optional.empty();
        }
        return store.latest(inviter, invitee).flatMap(mine -> refusalAfter(mine, theirs, now));
    }

    private static Optional<SendInvitationOutcome> refusalAfter(
            Invitation mine, Optional<Invitation> theirs, Instant now) {
        InvitationStatus seen = mine.statusForInviter(now);
        if (seen == InvitationStatus.PENDING) {
            return Optional.of(new SendInvitationOutcome.AlreadyInvited(mine));
        }
        Instant ended = mine.endedAt().orElse(mine.expiresAt());
        Instant retryAt = mine.withdrawnAt().orElse(ended).plus(PAUSE_AFTER_WITHDRAWAL);
        boolean wasEndedEarly = seen == InvitationStatus.WITHDRAWN || seen == InvitationStatus.VOIDED;
        if (wasEndedEarly && now.isBefore(retryAt)) {
            return Optional.of(new SendInvitationOutcome.TooSoon(retryAt));
        }
        boolean hasInvitedSince =
                theirs.filter(their -> their.sentAt().isAfter(ended)).isPresent();
        return mine.status() == InvitationStatus.DECLINED
                        && !hasInvitedSince
                        && now.isBefore(ended.plus(PAUSE_AFTER_DECLINE))
                ? Optional.of(new SendInvitationOutcome.NotOpen())
                : Optional.empty();
    }

    /// Whether an invitation the other way meets this one: it waits, or its inviter believes that it does. In
    /// the second case the one who had declined invites, which both then wish.
    private static boolean crosses(Invitation theirs, Instant now) {
        return theirs.statusForInviter(now) == InvitationStatus.PENDING;
    }

    private SendInvitationOutcome written(Invitation draft) {
        Instant now = draft.sentAt();
        Optional<Invitation> theirs =
                store.latest(draft.invitee(), draft.inviter()).filter(waits -> crosses(waits, now));
        if (theirs.isEmpty()) {
            long id = store.insert(draft);
            means.changeLog()
                    .append(SENT, draft.inviter().value(), draft.invitee().value(), id);
            return new SendInvitationOutcome.Sent(numbered(draft, id));
        }
        store.accept(theirs.get(), now);
        store.insert(ended(draft, InvitationStatus.SUPERSEDED, now));
        connect(theirs.get(), now);
        return new SendInvitationOutcome.Connected(draft.invitee());
    }

    private AcceptInvitationOutcome accept(Invitation invitation) {
        Instant now = now();
        if (invitation.statusAt(now) == InvitationStatus.PENDING
                && store.end(invitation, InvitationStatus.ACCEPTED, now)) {
            connect(invitation, now);
            return new AcceptInvitationOutcome.Accepted(invitation.inviter());
        }
        return invitation.status() == InvitationStatus.ACCEPTED
                        && connections.areConnected(invitation.invitee(), invitation.inviter())
                ? new AcceptInvitationOutcome.AlreadyConnected(invitation.inviter())
                : new AcceptInvitationOutcome.Over();
    }

    private DeclineInvitationOutcome decline(Invitation invitation) {
        Instant now = now();
        if (invitation.statusAt(now) != InvitationStatus.PENDING
                || !store.end(invitation, InvitationStatus.DECLINED, now)) {
            return new DeclineInvitationOutcome.Over();
        }
        means.changeLog()
                .append(
                        DECLINED,
                        invitation.invitee().value(),
                        invitation.inviter().value(),
                        invitation.id());
        return new DeclineInvitationOutcome.Declined();
    }

    /// The same steps for one that was declined, so that neither answer nor time tells.
    private WithdrawInvitationOutcome withdraw(Invitation invitation) {
        Instant now = now();
        boolean isWithdrawn = invitation.statusForInviter(now) == InvitationStatus.PENDING
                && (invitation.status() == InvitationStatus.DECLINED
                        ? store.seemWithdrawn(invitation, now)
                        : store.end(invitation, InvitationStatus.WITHDRAWN, now));
        if (!isWithdrawn) {
            return new WithdrawInvitationOutcome.Over();
        }
        means.changeLog()
                .append(
                        WITHDRAWN,
                        invitation.inviter().value(),
                        invitation.invitee().value(),
                        invitation.id());
        return new WithdrawInvitationOutcome.Withdrawn(now.plus(PAUSE_AFTER_WITHDRAWAL));
    }

    private void connect(Invitation invitation, Instant now) {
        means.changeLog()
                .append(
                        ACCEPTED,
                        invitation.invitee().value(),
                        invitation.inviter().value(),
                        invitation.id());
        ties.connect(invitation.invitee(), invitation.inviter(), now);
    }

    /// Holds the pair of an invitation that was found; what it is must be read again afterwards.
    private Optional<Invitation> held(Optional<Invitation> found) {
        found.ifPresent(invitation -> means.pairLock()
                .hold(invitation.inviter().value(), invitation.invitee().value()));
        return found;
    }

    private boolean isSeen(MemberId viewer, MemberId other) {
        return visibility.maySee(Viewer.of(viewer), other);
    }

    /// The time as the database keeps it, so that what is written equals what is read.
    private Instant now() {
        return means.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Invitation draft(
            MemberId inviter, MemberId invitee, Claim claim, boolean isChecked, WhyNow whyNow, Instant now) {
        return new Invitation(
                0,
                inviter,
                invitee,
                InvitationStatus.PENDING,
                claim,
                isChecked,
                whyNow,
                now,
                now.plus(LIFE),
                Optional.empty(),
                Optional.empty());
    }

    private static Invitation numbered(Invitation draft, long id) {
        return new Invitation(
                id,
                draft.inviter(),
                draft.invitee(),
                draft.status(),
                draft.claim(),
                draft.isChecked(),
                draft.whyNow(),
                draft.sentAt(),
                draft.expiresAt(),
                draft.endedAt(),
                draft.withdrawnAt());
    }

    private static Invitation ended(Invitation draft, InvitationStatus status, Instant at) {
        return new Invitation(
                draft.id(),
                draft.inviter(),
                draft.invitee(),
                status,
                draft.claim(),
                draft.isChecked(),
                draft.whyNow(),
                draft.sentAt(),
                draft.expiresAt(),
                Optional.of(at),
                draft.withdrawnAt());
    }
}
