package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Portion;

/// Invitations to connect: send, accept, decline, withdraw, and who waits for whom.
///
/// Each verb is one transaction under the pair lock; each says by a sealed outcome what became of it, and a refusal
/// changes nothing. [SecondThoughts] takes a decline back. The package doc has the table of states.
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

    /// The most that are read of those that wait for one member's answer, latest first.
    public static final int MOST_RECEIVED = 400;

    private final InvitationStore store;
    private final WaitingStore waiting;
    private final Sending sending;
    private final Connections connections;
    private final Ties.Means means;
    private final Visibility visibility;
    private final Grounds grounds;

    Invitations(
            JdbcClient sql,
            Sending sending,
            Connections connections,
            Ties.Means means,
            Visibility visibility,
            Grounds grounds) {
        this.store = new InvitationStore(sql);
        this.waiting = new WaitingStore(sql);
        this.sending = sending;
        this.connections = connections;
        this.means = means;
        this.visibility = visibility;
        this.grounds = grounds;
    }

    /// Invites. Two invitations that cross make a connection. What is refused uses up nothing.
    public SendInvitationOutcome send(MemberId inviter, MemberId invitee, Claim claim, WhyNow whyNow) {
        return sending.send(inviter, invitee, claim, whyNow);
    }

    /// What stands between the two against inviting, if anything: what [#send] would answer, before anything is typed.
    public Optional<SendInvitationOutcome> obstacle(MemberId inviter, MemberId invitee) {
        return obstacle(inviter, invitee, shared(inviter, invitee));
    }

    /// @param shared what the two share, which is not asked for again
    Optional<SendInvitationOutcome> obstacle(MemberId inviter, MemberId invitee, SharedGround shared) {
        return sending.obstacle(inviter, invitee, shared);
    }

    /// What the viewer finds who would come nearer to the member.
    public Approach approach(MemberId viewer, MemberId member) {
        SharedGround shared = shared(viewer, member);
        return new Approach(obstacle(viewer, member, shared), shared.all());
    }

    /// Whether the invitee has declined an invitation of the inviter's, and the decline holds and seems a closed
    /// gate by now. Whatever a closed gate refuses is to be refused here, too, in the same words: whoever refused
    /// less would tell of the decline.
    public boolean isClosedByDecline(MemberId inviter, MemberId invitee) {
        return sending.isClosedByDecline(inviter, invitee);
    }

    /// Accepts: the two are connected.
    public AcceptInvitationOutcome accept(MemberId invitee, long id) {
        return means.transactions()
                .call(() -> means.held(() -> store.ofInvitee(invitee, id))
                        .filter(invitation -> isSeen(invitee, invitation.inviter()))
                        .map(this::accept)
                        .orElseGet(AcceptInvitationOutcome.Absent::new));
    }

    /// Declines. The inviter is not told, and may not invite again for [#PAUSE_AFTER_DECLINE] unless invited.
    public DeclineInvitationOutcome decline(MemberId invitee, long id) {
        return means.transactions()
                .call(() -> means.held(() -> store.ofInvitee(invitee, id))
                        .filter(invitation -> isSeen(invitee, invitation.inviter()))
                        .map(this::decline)
                        .orElseGet(DeclineInvitationOutcome.Absent::new));
    }

    /// Takes back. The same member may be invited again after [#PAUSE_AFTER_WITHDRAWAL].
    public WithdrawInvitationOutcome withdraw(MemberId inviter, long id) {
        return means.transactions()
                .call(() -> means.held(() -> store.ofInviter(inviter, id))
                        .filter(invitation -> isSeen(inviter, invitation.invitee()))
                        .map(this::withdraw)
                        .orElseGet(WithdrawInvitationOutcome.Absent::new));
    }

    /// Declines several at once, those that wait and are the member's; says whose they were.
    public List<MemberId> declineAll(MemberId invitee, List<Long> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> decline(invitee, id) instanceof DeclineInvitationOutcome.Declined(var inviter)
                        ? Stream.of(inviter)
                        : Stream.empty())
                .toList();
    }

    /// Up to [#MOST_RECEIVED] of those that wait for the member's answer, latest first.
    public List<Invitation> received(MemberId invitee) {
        return waiting.received(invitee, means.now(), MOST_RECEIVED);
    }

    /// A page of those of the member that wait, as far as the member is told, latest first.
    public List<Invitation> sent(MemberId inviter, String after) {
        return sentPage(inviter, after).shown();
    }

    /// The same, with whether there is another page.
    Portion<Invitation> sentPage(MemberId inviter, String after) {
        return Portion.of(waiting.sent(inviter, means.now(), after, PAGE_SIZE + 1), PAGE_SIZE);
    }

    /// The latest of those whose decline the member may still take back. Nobody else is told of them.
    List<Invitation> declined(MemberId invitee) {
        Instant now = means.now();
        return waiting.declined(invitee, now.minus(SecondThoughts.LIFE), now, PAGE_SIZE);
    }

    /// How many wait for the member's answer.
    public long receivedCount(MemberId invitee) {
        return waiting.receivedCount(invitee, means.now());
    }

    /// How many of the member's wait, as far as the member is told.
    public long sentCount(MemberId inviter) {
        return waiting.sentCount(inviter, means.now());
    }

    /// The one that waits between the two for `invitee` to answer.
    public Optional<Invitation> waiting(MemberId inviter, MemberId invitee) {
        Instant now = means.now();
        return store.latest(inviter, invitee).filter(latest -> latest.statusAt(now) == InvitationStatus.PENDING);
    }

    /// The one that waits between the two, as far as its inviter is told.
    public Optional<Invitation> waitingForInviter(MemberId inviter, MemberId invitee) {
        Instant now = means.now();
        return store.latest(inviter, invitee)
                .filter(latest -> latest.statusForInviter(now) == InvitationStatus.PENDING);
    }

    /// What the server knows the two to share, for the inviter to choose from.
    public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
        return shared(inviter, invitee).all();
    }

    /// Whether the server knows the claim to be true of the two.
    boolean isKnown(MemberId inviter, MemberId invitee, Claim claim) {
        return shared(inviter, invitee).check(claim).isChecked();
    }

    SharedGround shared(MemberId inviter, MemberId invitee) {
        return grounds.shared(inviter, invitee);
    }

    private AcceptInvitationOutcome accept(Invitation invitation) {
        Instant now = means.now();
        if (invitation.statusAt(now) == InvitationStatus.PENDING
                && store.end(invitation, InvitationStatus.ACCEPTED, now)) {
            sending.connect(invitation, now);
            return new AcceptInvitationOutcome.Accepted(invitation.inviter());
        }
        return invitation.status() == InvitationStatus.ACCEPTED
                        && connections.areConnected(invitation.invitee(), invitation.inviter())
                ? new AcceptInvitationOutcome.AlreadyConnected(invitation.inviter())
                : new AcceptInvitationOutcome.Over();
    }

    private DeclineInvitationOutcome decline(Invitation invitation) {
        Instant now = means.now();
        if (invitation.statusAt(now) != InvitationStatus.PENDING
                || !store.end(invitation, InvitationStatus.DECLINED, now)) {
            return new DeclineInvitationOutcome.Over();
        }
        append(DECLINED, invitation.invitee(), invitation.inviter(), invitation.id());
        return new DeclineInvitationOutcome.Declined(invitation.inviter());
    }

    /// The same steps for one that was declined, so that neither answer nor time tells.
    private WithdrawInvitationOutcome withdraw(Invitation invitation) {
        Instant now = means.now();
        boolean isWithdrawn = invitation.statusForInviter(now) == InvitationStatus.PENDING
                && (invitation.status() == InvitationStatus.DECLINED
                        ? store.seemWithdrawn(invitation, now)
                        : store.end(invitation, InvitationStatus.WITHDRAWN, now));
        if (!isWithdrawn) {
            return new WithdrawInvitationOutcome.Over();
        }
        append(WITHDRAWN, invitation.inviter(), invitation.invitee(), invitation.id());
        return new WithdrawInvitationOutcome.Withdrawn(now.plus(PAUSE_AFTER_WITHDRAWAL));
    }

    private void append(String kind, MemberId actor, MemberId other, long id) {
        means.changeLog().append(kind, actor.value(), other.value(), id);
    }

    private boolean isSeen(MemberId viewer, MemberId other) {
        return visibility.maySee(Viewer.of(viewer), other);
    }
}
