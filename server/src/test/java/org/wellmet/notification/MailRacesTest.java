package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.wellmet.Races;
import org.wellmet.account.Farewells;
import org.wellmet.mail.MailRuns;
import org.wellmet.member.MemberId;

/// Two servers look for what is due at once: one mail, with the lock and without. Without the lock, and with
/// rows taken as they were read, two.
@ExtendWith(OutputCaptureExtension.class)
class MailRacesTest extends MailedTest {
    private static final int MEMBERS = 40;
    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS = 10;

    // Whatever became of a row since it was read.
    private static final String TAKE_AS_READ = """
            UPDATE notification
               SET mail_at = :until
             WHERE member_id = :member AND id = ANY (:ids) AND :now::timestamptz IS NOT NULL
            RETURNING id
            """;

    @Autowired
    private Tidings tidings;

    @Autowired
    private NotificationLetter letter;

    @Autowired
    private NotificationMails.Reach reach;

    @Test
    void twoServersQueueOneMail() {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemberId> due = due();
            atOnce(mails::queueDue, mails::queueDue);
            assertThat(due).allSatisfy(member -> assertThat(queued(member)).isEqualTo(1));
            MailRuns.run(server);
            assertThat(due).allSatisfy(member -> assertThat(mailsTo(member)).hasSize(1));
        }
    }

    /// What is taken is due no more, and a mail that finds nothing to take is not kept.
    @Test
    void withoutTheLockItIsOneStill() {
        NotificationMails unlocked = unlocked(NotificationMailStore.TAKE);
        for (int round = 0; round < ROUNDS; round++) {
            List<MemberId> due = due();
            atOnce(unlocked::queueDue, unlocked::queueDue);
            assertThat(due).allSatisfy(member -> assertThat(queued(member)).isEqualTo(1));
        }
    }

    /// The control: what is read by one statement and taken by another, without a look at whether it is due
    /// still. If no member got two here, the tests above would prove nothing.
    @Test
    void takenAsReadTwoMailsAreQueuedNowAndThen() {
        NotificationMails careless = unlocked(TAKE_AS_READ);
        boolean isFound = false;
        for (int round = 0; round < MOST_ROUNDS && !isFound; round++) {
            List<MemberId> due = due();
            atOnce(careless::queueDue, careless::queueDue);
            isFound = due.stream().anyMatch(member -> queued(member) > 1);
        }
        assertThat(isFound).as("two mails to one member").isTrue();
    }

    private NotificationMails unlocked(String take) {
        return new NotificationMails(
                new NotificationMailStore(sql, "SELECT true AS is_held", take),
                tidings,
                letter,
                settings,
                reach,
                transactions,
                clock);
    }

    @Test
    void mailingMembersAndTheirEndNeverWaitForEachOther(CapturedOutput output) {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemberId> due = due();
            atOnce(mails::queueDue, () -> due.forEach(member -> Farewells.say(server, member)));
            assertThat(due)
                    .allSatisfy(member -> assertThat(members.find(member)).isEmpty());
            assertThat(output.getAll())
                    .as("none was put off for repair, as after a deadlock")
                    .doesNotContain("failed; trying again");
        }
    }

    @Test
    void whatIsBeingChangedStaysDueAndNoMailIsQueuedForIt() {
        invited(ada, grace);
        clock.forward(NotificationMails.DELAY);
        transactions.run(() -> {
            sql.sql("SELECT id FROM notification WHERE member_id = :id FOR UPDATE")
                    .param("id", grace.value())
                    .query(Long.class)
                    .list();
            try (ExecutorService server = Executors.newSingleThreadExecutor()) {
                server.submit(mails::queueDue);
            }
        });
        assertThat(queued(grace)).isZero();
        MailRuns.run(server);
        assertThat(mailsTo(grace)).hasSize(1);
    }

    private List<MemberId> due() {
        clock.forward(Duration.ofHours(1));
        List<MemberId> due = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            MemberId member = withAccount("Racer " + i, "en");
            if (i % 5 == 0) {
                ada = withAccount("Ada Lovelace", "en"); // few of one inviter: there is an allowance
            }
            invited(ada, member);
            due.add(member);
        }
        clock.forward(NotificationMails.DELAY);
        return due;
    }

    private static void atOnce(Runnable one, Runnable other) {
        Races races = new Races();
        races.run(List.of(new Races.Verbs(one, other)));
        assertThat(races.refusals()).isEmpty();
    }

    private long queued(MemberId member) {
        return sql.sql("SELECT count(*) FROM mail WHERE to_address = :to")
                .param("to", address(member))
                .query(Long.class)
                .single();
    }
}
