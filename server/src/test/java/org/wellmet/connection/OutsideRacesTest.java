package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.wellmet.Races.Verbs;
import org.wellmet.account.Arrival;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.Farewells;
import org.wellmet.account.Secret;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Outbox;
import org.wellmet.member.MemberId;
import org.wellmet.web.Text;

/// Following a link, or mailing an invitation, against deleting the account of who made it: whoever comes
/// second finds the other's work done, and neither waits for the other for ever.
class OutsideRacesTest extends PairRaces {
    private static final int TIMES = 70;
    private static final int MOST_ROUNDS = 8;

    @Autowired
    private OutsideInvitations outside;

    @Autowired
    private Welcome welcome;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ApplicationContext server;

    @Test
    void followingAndTheInvitersEndNeverWaitForEachOther() {
        assertThat(race(TIMES, against(pair -> {
                    Secret secret = link(pair.one());
                    return () -> welcome.follow(pair.other(), secret);
                })))
                .hasSize(TIMES);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void takingPartAndTheInvitersEndNeverWaitForEachOther() {
        Arrival arrival = welcome;
        race(TIMES, against(pair -> {
            Secret secret = link(pair.one());
            transactions.run(() -> arrival.joined(pair.other(), new EmailAddress("racer@example.org"), secret.hash()));
            return () -> transactions.run(() -> arrival.takesPart(pair.other()));
        }));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void mailingAndTheInvitersEndNeverWaitForEachOther() {
        race(TIMES, againstMailing(inviter -> Farewells.say(server, inviter)));
        assertThat(refusals()).isEmpty();
    }

    /// The control: who mails a word about the end before it holds the outbox's counts while it waits for the
    /// member, whose row is held by who waits for the counts.
    @Test
    void whereTheCountsDoNotComeLastTheyDoWaitForEachOtherNowAndThen() {
        for (int round = 0; round < MOST_ROUNDS && refusals().isEmpty(); round++) {
            race(
                    TIMES,
                    againstMailing(inviter -> transactions.run(() -> {
                        outbox.queue(Mail.ordinary(
                                "gone" + inviter.value() + "@example.org", "Gone", "Your account is gone."));
                        members.delete(inviter);
                    })));
        }
        assertThat(refusals()).as("deadlocks").isNotEmpty();
    }

    private Duel againstMailing(Consumer<MemberId> end) {
        sql.sql("DELETE FROM limit_bucket WHERE key LIKE 'connection.outside-everybody%'")
                .update();
        sql.sql("DELETE FROM mail_budget").update();
        return Duel.onEach(pair -> {
            MemberId inviter = pair.one();
            sql.sql("""
                            INSERT INTO account (member_id, email, password, password_at, created_at)
                            VALUES (:id, :email, '$argon2id$x', now(), now())
                            """)
                    .param("id", inviter.value())
                    .param("email", "racer" + inviter.value() + "@example.org")
                    .update();
            EmailAddress to = new EmailAddress("outside" + inviter.value() + "@example.org");
            return new Verbs(() -> outside.mail(inviter, to, WHY, Text::english), () -> end.accept(inviter));
        });
    }

    /// The control: who holds the row of the invitation before the rows of its members waits for who deletes the
    /// inviter, who waits for the row of the invitation. If nothing were found here, the tests above would prove
    /// nothing.
    @Test
    void heldInTheOtherOrderTheyDoWaitForEachOtherNowAndThen() {
        OutsideStore rows = new OutsideStore(sql);
        for (int round = 0; round < MOST_ROUNDS && refusals().isEmpty(); round++) {
            race(TIMES, against(pair -> {
                OutsideStore.Open open = outside.find(link(pair.one())).orElseThrow();
                return () -> transactions.run(() -> {
                    rows.hold(open.inviter(), open.id());
                    members.keep(List.of(pair.one(), pair.other()));
                });
            }));
        }
        assertThat(refusals()).as("deadlocks").isNotEmpty();
    }

    private Duel against(Function<Pair, Runnable> verb) {
        return Duel.onEach(pair ->
                new Verbs(verb.apply(pair), () -> transactions.run(() -> members.delete(pair.one()))));
    }

    private Secret link(MemberId inviter) {
        InviteOutsideOutcome made = outside.link(inviter, "", WHY, 1);
        String address = ((InviteOutsideOutcome.Linked) made).address();
        return new Secret(address.substring(address.lastIndexOf('/') + 1));
    }
}
