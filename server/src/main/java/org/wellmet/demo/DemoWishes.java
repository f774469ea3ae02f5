package org.wellmet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Invitation;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SayOutcome;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.WhyNow;
import org.wellmet.demo.DemoContent.Wish;
import org.wellmet.member.MemberId;

/// The invitations that wait for the visitor of the demo: most from people whom they do not know yet but could, a few
/// from people who write to everybody. They came over the last days.
@Component
final class DemoWishes {
    private static final int VISITOR = DemoCast.MEMBER_INDEX;
    private static final String TALKED_ABOUT = "Citywide Transit";

    private final Invitations invitations;
    private final Exchanges exchanges;
    private final DemoStore store;
    private final InstantSource clock;

    DemoWishes(Invitations invitations, Exchanges exchanges, JdbcClient sql, InstantSource clock) {
        this.invitations = invitations;
        this.exchanges = exchanges;
        this.store = new DemoStore(sql);
        this.clock = clock;
    }

    /// The oldest first, as they would have come.
    void begin(DemoContent content, DemoCommunity community, List<MemberId> ids, List<List<Integer>> known) {
        Set<Integer> written = new HashSet<>();
        content.invitations().stream()
                .sorted(Comparator.comparingInt(Wish::hoursAgo).reversed())
                .forEach(wish -> {
                    int inviter = inviter(wish, community, known, written);
                    written.add(inviter);
                    send(wish, community, ids, inviter);
                });
    }

    private void send(Wish wish, DemoCommunity community, List<MemberId> ids, int inviter) {
        DemoPerson visitor = community.people().get(VISITOR);
        Claim claim = !wish.claim().isEmpty()
                ? new Claim(ClaimKind.OTHER, wish.claim())
                : claim(community.people().get(inviter), visitor);
        SendInvitationOutcome outcome =
                invitations.send(ids.get(inviter), ids.get(VISITOR), claim, new WhyNow(wish.why()));
        if (!(outcome instanceof SendInvitationOutcome.Sent(Invitation sent))) {
            throw new IllegalStateException("an invitation of the demo was refused: " + outcome);
        }
        Instant at = clock.instant().minus(Duration.ofHours(wish.hoursAgo()));
        if (wish.by().contains(TALKED_ABOUT)) {
            talk(sent, at);
        }
        store.backdateInvitation(sent.id(), at);
    }

    /// Somebody whom the visitor does not know: near, and known to many whom the visitor knows, or the very opposite.
    private static int inviter(Wish wish, DemoCommunity community, List<List<Integer>> known, Set<Integer> written) {
        DemoPerson visitor = community.people().get(VISITOR);
        Comparator<Integer> byMutuals = Comparator.comparingLong(person -> mutuals(known, person));
        return IntStream.range(2, community.people().size())
                .filter(person -> !known.get(VISITOR).contains(person) && !written.contains(person))
                .filter(person -> wish.isFromAfar()
                        ? community.people().get(person).isFarFrom(visitor)
                        : wish.by().stream().allMatch(community.people().get(person)::is))
                .boxed()
                .min(wish.isFromAfar() ? byMutuals : byMutuals.reversed())
                .orElseThrow(() -> new IllegalStateException("nobody of the demo could write: " + wish.why()));
    }

    private static long mutuals(List<List<Integer>> known, int person) {
        return known.get(person).stream().filter(known.get(VISITOR)::contains).count();
    }

    private static Claim claim(DemoPerson inviter, DemoPerson visitor) {
        for (DemoPerson.Post mine : inviter.posts()) {
            for (DemoPerson.Post theirs : visitor.posts()) {
                if (mine.organisation().equals(theirs.organisation())) {
                    return new Claim(ClaimKind.WORKED, mine.organisation());
                }
            }
        }
        for (String topic : inviter.topics()) {
            if (visitor.topics().contains(topic)) {
                return new Claim(ClaimKind.TOPIC, topic);
            }
        }
        for (String skill : inviter.skills()) {
            if (visitor.skills().contains(skill)) {
                return new Claim(ClaimKind.SKILL, skill);
            }
        }
        return inviter.school().equals(visitor.school())
                ? new Claim(ClaimKind.STUDIED, inviter.school())
                : new Claim(ClaimKind.OTHER, "We have connections in common and have not met yet");
    }

    /// The visitor has asked, and the inviter has answered.
    private void talk(Invitation invitation, Instant sentAt) {
        say(invitation.invitee(), invitation, "Gladly. Is it the ferry counts alone, or the buses, too?", sentAt, 2);
        say(
                invitation.inviter(),
                invitation,
                "The ferries first: eleven months, and I can send you one of them.",
                sentAt,
                3);
    }

    private void say(MemberId author, Invitation invitation, String text, Instant sentAt, int hoursAfter) {
        if (!(exchanges.say(author, invitation.id(), text) instanceof SayOutcome.Said)) {
            throw new IllegalStateException("a message of the demo was refused");
        }
        store.backdateLastMessage(invitation.id(), sentAt.plus(Duration.ofHours(hoursAfter)));
    }
}
