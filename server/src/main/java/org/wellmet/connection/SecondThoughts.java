package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Takes a decline back: the invitation waits again as if it had never been declined.
///
/// Its inviter, to whom it waited all the time, learns of neither. What they wrote meanwhile is heard.
///
/// Thread-safe; each verb is one transaction under the pair lock.
@Component
public final class SecondThoughts {
    /// The change that tells that `memberId` took back their decline of what `otherId` had sent. Nobody is to be told.
    public static final String RECONSIDERED = "invitation.reconsidered";

    /// How long a decline may be taken back. Nobody has seen it, so that a shorter time would protect nobody; and who
    /// reads slowly is not hurried.
    public static final Duration LIFE = Duration.ofDays(1);

    static final Limit TAKING_BACK = new Limit(
            "connection.undo-decline",
            120,
            Duration.ofHours(1),
            "Against machines that decline and undo for ever; a person takes back six full pages an hour.");

    private final InvitationStore store;
    private final Exchanges exchanges;
    private final Connections connections;
    private final Visibility visibility;
    private final Limits limits;
    private final Ties.Means means;

    SecondThoughts(
            JdbcClient sql,
            Exchanges exchanges,
            Connections connections,
            Visibility visibility,
            Limits limits,
            Ties.Means means) {
        this.store = new InvitationStore(sql);
        this.exchanges = exchanges;
        this.connections = connections;
        this.visibility = visibility;
        this.limits = limits;
        this.means = means;
    }

    /// Takes the member's decline back.
    public UndoDeclineOutcome undo(MemberId invitee, long id) {
        return switch (limits.take(TAKING_BACK, LimitKey.ofMember(invitee.value()))) {
            case LimitOutcome.Allowed _ ->
                means.transactions()
                        .call(() -> means.held(() -> store.ofInvitee(invitee, id))
                                .filter(invitation -> isSeen(invitee, invitation))
                                .map(this::undo)
                                .orElseGet(UndoDeclineOutcome.Absent::new));
            case LimitOutcome.Exhausted(Instant retryAt) -> new UndoDeclineOutcome.TooMany(retryAt);
        };
    }

    /// Takes each of these back; the outcomes are in the order of `ids`.
    List<UndoDeclineOutcome> undoAll(MemberId invitee, List<Long> ids) {
        return ids.stream().map(id -> undo(invitee, id)).toList();
    }

    /// Those of these invitations to the member whose decline can be taken back, in the order of `ids`. As many
    /// statements for twenty as for one.
    List<Invitation> possible(MemberId invitee, List<Long> ids) {
        List<Invitation> received = ids.isEmpty()
                ? List.of()
                : store.ofEither(invitee, ids).stream()
                        .filter(invitation -> invitation.invitee().equals(invitee))
                        .toList();
        if (received.isEmpty()) {
            return List.of();
        }
        Set<MemberId> inviters = received.stream().map(Invitation::inviter).collect(Collectors.toSet());
        Set<MemberId> seen = visibility.visible(Viewer.of(invitee), inviters);
        Set<MemberId> connected = connections.since(invitee, inviters).keySet();
        Instant now = means.now();
        return received.stream()
                .filter(one -> seen.contains(one.inviter()))
                .filter(one -> outcome(one, now, connected::contains) instanceof UndoDeclineOutcome.Undone)
                .sorted(Comparator.comparingInt(one -> ids.indexOf(one.id())))
                .toList();
    }

    private UndoDeclineOutcome undo(Invitation invitation) {
        UndoDeclineOutcome outcome =
                outcome(invitation, means.now(), inviter -> connections.areConnected(invitation.invitee(), inviter));
        if (outcome instanceof UndoDeclineOutcome.Undone) {
            if (!store.waitAgain(invitation)) {
                throw new IllegalStateException("the pair was held, and yet the decline went");
            }
            means.changeLog()
                    .append(
                            RECONSIDERED,
                            invitation.invitee().value(),
                            invitation.inviter().value(),
                            invitation.id());
            exchanges.hear(invitation);
        }
        return outcome;
    }

    /// What waits no more in its inviter's eyes is over for both; so is what the two need no more.
    private static UndoDeclineOutcome outcome(Invitation invitation, Instant now, Predicate<MemberId> areConnected) {
        MemberId inviter = invitation.inviter();
        if (invitation.statusForInviter(now) != InvitationStatus.PENDING || areConnected.test(inviter)) {
            return new UndoDeclineOutcome.Over();
        }
        if (invitation.status() == InvitationStatus.PENDING) {
            return new UndoDeclineOutcome.Waits();
        }
        return invitation.endedAt().filter(at -> now.isBefore(at.plus(LIFE))).isPresent()
                ? new UndoDeclineOutcome.Undone(inviter)
                : new UndoDeclineOutcome.TooLate();
    }

    private boolean isSeen(MemberId invitee, Invitation invitation) {
        return visibility.maySee(Viewer.of(invitee), invitation.inviter());
    }
}
