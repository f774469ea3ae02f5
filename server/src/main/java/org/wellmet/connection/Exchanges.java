package org.wellmet.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// The invitee took their decline back: what the inviter wrote after it is heard, and told as any message is.
    /// In the caller's transaction and under its pair lock.
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
        return Optional.ofNullable(all(viewer, List.of(id)).get(id));
    }

    /// What [#read] says of each of up to [Visibility#MOST_AT_ONCE] invitations, by id. As many statements
    /// for hundreds as for one.
    public Map<Long, Exchange> all(Viewer viewer, Collection<Long> ids) {
        MemberId reader = viewer.id();
        List<Invitation> shown = ids.isEmpty() ? List.of() : shown(reader, ids);
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, others(shown, reader));
        Map<Long, List<Message>> said = said(shown, reader);
        Map<Long, Exchange> exchanges = new HashMap<>();
        for (Invitation one : shown) {
            Acquaintance other = people.get(other(one, reader));
            if (other != null) {
                exchanges.put(one.id(), exchange(one, other, said.getOrDefault(one.id(), List.of()), reader));
            }
        }
        return Map.copyOf(exchanges);
    }

    /// How many messages the reader finds on each of these; who has none is missing.
    Map<Long, Integer> counts(Collection<Invitation> shown, MemberId reader) {
        return shown.isEmpty() ? Map.of() : messages.counts(shown, reader);
    }

    private Exchange exchange(Invitation invitation, Acquaintance other, List<Message> said, MemberId reader) {
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
        List<Message> before = said(List.of(invitation), author).getOrDefault(invitation.id(), List.of());
        return refusal(before, author).orElseGet(() -> {
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

    /// Those that wait, and those by which the reader is connected.
    private List<Invitation> shown(MemberId reader, Collection<Long> ids) {
        List<Invitation> found = invitations.ofEither(reader, ids);
        List<Invitation> accepted = found.stream()
                .filter(one -> one.status() == InvitationStatus.ACCEPTED)
                .toList();
        Set<MemberId> connected = accepted.isEmpty()
                ? Set.of()
                : connections.since(reader, others(accepted, reader)).keySet();
        return found.stream()
                .filter(one -> isWaiting(one, reader)
                        || (one.status() == InvitationStatus.ACCEPTED && connected.contains(other(one, reader))))
                .toList();
    }

    private boolean isWaiting(Invitation invitation, MemberId reader) {
        InvitationStatus told = invitation.inviter().equals(reader)
                ? invitation.statusForInviter(means.now())
                : invitation.statusAt(means.now());
        return told == InvitationStatus.PENDING;
    }

    private Map<Long, List<Message>> said(List<Invitation> shown, MemberId reader) {
        return shown.isEmpty() ? Map.of() : messages.of(shown, reader, 2 * MOST_EACH * shown.size());
    }

    private Optional<Invitation> find(MemberId member, long id) {
        return invitations.ofEither(member, List.of(id)).stream().findFirst();
    }

    private static Set<MemberId> others(Collection<Invitation> invitations, MemberId member) {
        return invitations.stream().map(one -> other(one, member)).collect(Collectors.toSet());
    }

    private static MemberId other(Invitation invitation, MemberId member) {
        return invitation.inviter().equals(member) ? invitation.invitee() : invitation.inviter();
    }
}
