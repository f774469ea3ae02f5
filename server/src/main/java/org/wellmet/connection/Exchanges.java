package org.wellmet.connection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// What two members say to each other on an invitation before it is decided.
///
/// Nobody writes more than twice without an answer, so that a message is no reminder. What an inviter writes after a
/// decline looks to them as if it were said, and nobody else ever reads it, unless the decline is taken back: it stays
/// silent.
///
/// Thread-safe.
@Component
public final class Exchanges {
    /// The change that tells that `memberId` wrote to `otherId` on an invitation, which is the subject.
    public static final String SAID = "invitation.said";

    /// The change for what nobody reads: it was written after a silent decline. Nobody is to be told.
    public static final String UNHEARD = "invitation.unheard";

    /// The most that each side writes on one invitation: what needs more words is for after the answer.
    public static final int MOST_EACH = 5;

    /// The most that one side writes without an answer.
    public static final int MOST_IN_A_ROW = 2;

    private final InvitationStore invitations;
    private final MessageStore messages;
    private final Connections connections;
    private final Acquaintances acquaintances;
    private final Visibility visibility;
    private final Ties.Means means;

    Exchanges(
            JdbcClient sql,
            Connections connections,
            Acquaintances acquaintances,
            Visibility visibility,
            Ties.Means means) {
        this.invitations = new InvitationStore(sql);
        this.messages = new MessageStore(sql);
        this.connections = connections;
        this.acquaintances = acquaintances;
        this.visibility = visibility;
        this.means = means;
    }

    /// Writes a message of 1 to [Message#MAX_LENGTH] characters.
    public SayOutcome say(MemberId author, long id, String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > Message.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a message has 1 to " + Message.MAX_LENGTH + " characters, got " + length);
        }
        return means.transactions()
                .call(() -> means.held(() -> find(author, id))
                        .filter(invitation -> visibility.maySee(Viewer.of(author), other(invitation, author)))
                        .map(invitation -> said(invitation, author, text))
                        .orElseGet(SayOutcome.Absent::new));
    }

    /// The invitee took their decline back: what the inviter wrote after it is heard, and told as any message is. In
    /// the
    /// caller's transaction and under its pair lock.
    void hear(Invitation invitation) {
        if (messages.hear(invitation)) {
            means.changeLog()
                    .append(
                            SAID,
                            invitation.inviter().value(),
                            invitation.invitee().value(),
                            invitation.id());
        }
    }

    /// The invitation with its messages, while it waits as far as the viewer is told, and for as long as the two are
    /// connected by it.
    public Optional<Exchange> read(Viewer viewer, long id) {
        return find(viewer.id(), id)
                .filter(found -> isShown(found, viewer.id()))
                .flatMap(found -> {
                    MemberId other = other(found, viewer.id());
                    return Optional.ofNullable(
                                    acquaintances.of(viewer, List.of(other)).get(other))
                            .map(person -> exchange(found, person, viewer.id()));
                });
    }

    /// How many messages the reader finds on each of these; who has none is missing.
    Map<Long, Integer> counts(Collection<Invitation> shown, MemberId reader) {
        return shown.isEmpty() ? Map.of() : messages.counts(shown, reader);
    }

    private Exchange exchange(Invitation invitation, Acquaintance other, MemberId reader) {
        List<Message> said = all(invitation, reader);
        boolean isWaiting = isWaiting(invitation, reader);
        return new Exchange(
                invitation,
                other,
                said,
                invitation.inviter().equals(reader),
                isWaiting,
                isWaiting && refusal(said, reader).isEmpty());
    }

    private SayOutcome said(Invitation invitation, MemberId author, String text) {
        if (!isWaiting(invitation, author)) {
            return new SayOutcome.Over();
        }
        return refusal(all(invitation, author), author).orElseGet(() -> {
            boolean isUnheard = invitation.status() == InvitationStatus.DECLINED;
            messages.insert(invitation, author, text, means.now(), isUnheard);
            means.changeLog()
                    .append(
                            isUnheard ? UNHEARD : SAID,
                            author.value(),
                            other(invitation, author).value(),
                            invitation.id());
            return new SayOutcome.Said();
        });
    }

    private static Optional<SayOutcome> refusal(List<Message> said, MemberId author) {
        long own =
                said.stream().filter(message -> message.author().equals(author)).count();
        if (own >= MOST_EACH) {
            return Optional.of(new SayOutcome.EnoughSaid());
        }
        boolean isOthersTurn = said.size() >= MOST_IN_A_ROW
                && said.reversed().stream()
                        .limit(MOST_IN_A_ROW)
                        .allMatch(message -> message.author().equals(author));
        return isOthersTurn ? Optional.of(new SayOutcome.NotTheirTurn()) : Optional.empty();
    }

    private boolean isShown(Invitation invitation, MemberId reader) {
        return isWaiting(invitation, reader)
                || (invitation.status() == InvitationStatus.ACCEPTED
                        && connections.areConnected(invitation.inviter(), invitation.invitee()));
    }

    private boolean isWaiting(Invitation invitation, MemberId reader) {
        InvitationStatus told = invitation.inviter().equals(reader)
                ? invitation.statusForInviter(means.now())
                : invitation.statusAt(means.now());
        return told == InvitationStatus.PENDING;
    }

    private List<Message> all(Invitation invitation, MemberId reader) {
        return messages.of(invitation, reader, 2 * MOST_EACH);
    }

    private Optional<Invitation> find(MemberId member, long id) {
        return invitations.ofInvitee(member, id).or(() -> invitations.ofInviter(member, id));
    }

    private static MemberId other(Invitation invitation, MemberId member) {
        return invitation.inviter().equals(member) ? invitation.invitee() : invitation.inviter();
    }
}
