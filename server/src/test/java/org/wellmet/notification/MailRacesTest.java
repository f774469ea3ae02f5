package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.mail.MailRuns;
import org.wellmet.member.MemberId;

/// Two servers look for what is due at once: one mail, with the lock and without.
class MailRacesTest extends MailedTest {
    private static final int MEMBERS = 40;
    private static final int ROUNDS = 3;

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
            atOnce(mails, mails);
            assertThat(due).allSatisfy(member -> assertThat(queued(member)).isEqualTo(1));
            MailRuns.run(server);
            assertThat(due).allSatisfy(member -> assertThat(mailsTo(member)).hasSize(1));
        }
    }

    /// What is taken is due no more, and a mail that finds nothing to take is not kept.
    @Test
    void withoutTheLockItIsOneStill() {
        NotificationMails unlocked = new NotificationMails(
                new NotificationMailStore(sql, "SELECT true AS is_held"),
                tidings,
                letter,
                settings,
                reach,
                transactions,
                clock);
        for (int round = 0; round < ROUNDS; round++) {
            List<MemberId> due = due();
            atOnce(unlocked, unlocked);
            assertThat(due).allSatisfy(member -> assertThat(queued(member)).isEqualTo(1));
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

    private static void atOnce(NotificationMails one, NotificationMails other) {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
            List.of(one, other)
                    .forEach(server -> servers.submit(() -> {
                        await(start);
                        server.queueDue();
                    }));
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long queued(MemberId member) {
        return sql.sql("SELECT count(*) FROM mail WHERE to_address = :to")
                .param("to", address(member))
                .query(Long.class)
                .single();
    }
}
