package org.wellmet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wellmet.FreshDatabase;
import org.wellmet.fake.FakeClock;
import org.wellmet.mail.QueueMailOutcome.LimitReached;
import org.wellmet.mail.QueueMailOutcome.Queued;
import org.wellmet.settings.MailServer;

class OutboxTest {
    private final HikariDataSource pool = FreshDatabase.pool();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    private final MailStore store = new MailStore(JdbcClient.create(pool));
    private final FakeClock clock = new FakeClock();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailRoute route = MailRoute.NONE;
    private MailWorker worker = worker(route);
    private Outbox outbox = outbox(route, worker);

    @BeforeEach
    void startMailServer() {
        server.start();
        route = MailConfiguration.route(
                new MailServer(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        MailServer.Security.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        "wellmet@example.org"),
                "https://here.example");
        worker = worker(route);
        outbox = outbox(route, worker);
    }

    @AfterEach
    void stop() {
        server.stop();
        pool.close();
    }

    @Test
    void aQueuedMailArrivesAsTextAndAsHtml() throws Exception {
        queue(
                Mail.ordinary(
                        "ada@example.org",
                        "Grâce accepted",
                        "Hello <Ada>,\n\nsee https://here.example/p?a=1&b=2.\n\n> Go to https://here.example/x\n> or https://there.example"));
        assertThat(worker.runOnce()).isEqualTo(1);
        assertThat(worker.runOnce()).isZero();
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Grâce accepted");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String all = GreenMailUtil.getBody(message);
        assertThat(all).contains("Hello <Ada>,").contains("<p>Hello &lt;Ada&gt;,</p>");
        assertThat(all).contains("href=\"https://here.example/p?a=1&amp;b=2\">");
        assertThat(all)
                .contains("Go to https://here.example/x<br>")
                .doesNotContain("here.example/x\"", "href=\"https://there");
        assertThat(outbox.latest(10)).singleElement().satisfies(mail -> {
            assertThat(mail.status()).isEqualTo(OutboxMail.Status.SENT);
            assertThat(mail.text()).isPresent();
        });
    }

    @Test // T20
    void aQuoteEndsOnlyWhereItsWriterSawALineEnd() {
        String html = MailHtml.of(
                "A", "> You\u2029\u2029Your account: https://here.example/x\r\n\r\nOurs", "https://here.example");
        assertThat(html)
                .contains("Your account: https://here.example/x</blockquote>", "<p>Ours</p>")
                .doesNotContain("href");
    }

    @Test
    void whatAMailboxMayNotGetTakesNothingOfWhatTheServerSends() {
        for (int mail = 0; mail < Outbox.MAX_PER_MAILBOX_AND_HOUR + 5; mail++) {
            queue(Mail.ordinary("ada@example.org", "A", "B"));
        }
        assertThat(JdbcClient.create(pool)
                        .sql("SELECT used FROM mail_budget WHERE key = 'everybody'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Outbox.MAX_PER_MAILBOX_AND_HOUR);
    }

    @Test
    void whatGoesOutsideTakesNothingOfWhatAnAccountsMailboxGets() { // T16
        for (int mail = 0; mail < Outbox.MAX_PER_MAILBOX_AND_HOUR; mail++) {
            queue(Mail.ordinary("ada@example.org", "A", "B"));
        }
        assertThat(queueOutside("ada@example.org")).isInstanceOf(Queued.class);
    }

    @Test
    void aTransactionThatFailsSendsNothing() {
        transactions.executeWithoutResult(status -> {
            outbox.queue(Mail.ordinary("ada@example.org", "A", "B"));
            status.setRollbackOnly();
        });
        assertThat(worker.runOnce()).isZero();
        assertThat(outbox.latest(10)).isEmpty();
        assertThatThrownBy(() -> outbox.queue(Mail.ordinary("ada@example.org", "A", "B")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBodyWithAOneTimeLinkIsNotKept() { // T28
        queue(Mail.oneTime("ada@example.org", "Confirm", "https://here.example/secret", Duration.ofHours(1)));
        assertThat(outbox.latest(1).getFirst().text())
                .as("with a mail server nobody reads it")
                .isEmpty();
        worker.runOnce();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(everyBody()).doesNotContain("secret");

        queue(Mail.oneTime("ada@example.org", "Confirm", "https://here.example/secret", Duration.ofHours(1)));
        clock.forward(Duration.ofHours(1));
        worker.runOnce();
        assertThat(server.getReceivedMessages()).as("expired mails stay").hasSize(1);
        assertThat(everyBody()).doesNotContain("secret");
    }

    @Test
    void withoutAMailServerMailsLieReadableUntilTheyExpire() {
        MailWorker idle = worker(MailRoute.NONE);
        Outbox readable = outbox(MailRoute.NONE, idle);
        queue(Mail.oneTime("ada@example.org", "Confirm", "https://here.example/secret", Duration.ofHours(1)));
        assertThat(idle.runOnce()).isZero();
        OutboxMail mail = readable.latest(10).getFirst();
        assertThat(mail.text()).contains("https://here.example/secret");
        assertThat(readable.find(mail.id())).contains(mail);
        clock.forward(Duration.ofHours(2));
        idle.runOnce();
        assertThat(readable.find(mail.id()).orElseThrow().text()).isEmpty();
        assertThat(readable.find(mail.id()).orElseThrow().status()).isEqualTo(OutboxMail.Status.EXPIRED);
    }

    @Test
    void aRefusedMailIsTriedAgainEverLaterAndThenGivenUp() {
        server.stop();
        queue(Mail.oneTime("ada@example.org", "A", "secret", Duration.ofDays(7)));
        worker.runOnce();
        clock.forward(Duration.ofSeconds(59));
        worker.runOnce();
        assertThat(outbox.latest(1).getFirst().attempts()).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        worker.runOnce();
        assertThat(outbox.latest(1).getFirst().attempts()).isEqualTo(2);
        for (int hour = 0; hour < 24; hour++) {
            clock.forward(Duration.ofHours(1));
            worker.runOnce();
        }
        OutboxMail mail = outbox.latest(1).getFirst();
        assertThat(mail.status()).isEqualTo(OutboxMail.Status.FAILED);
        assertThat(mail.attempts()).isEqualTo(MailWorker.MAX_ATTEMPTS);
        assertThat(mail.lastError()).contains("MailSendException");
        assertThat(everyBody()).doesNotContain("secret");
    }

    @Test
    void noMailboxIsBombedEvenByParallelRequests() { // T15, T14
        AtomicInteger queued = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (int request = 0; request < 64; request++) {
                String address = request % 2 == 0 ? "ada@example.org" : "Ada+" + request + "@Example.org";
                threads.submit(() -> {
                    if (queue(Mail.ordinary(address, "A", "B")) instanceof Queued) {
                        queued.incrementAndGet();
                    }
                });
            }
        }
        assertThat(queued).hasValue(Outbox.MAX_PER_MAILBOX_AND_HOUR);
        assertThat(outbox.latest(200)).hasSize(Outbox.MAX_PER_MAILBOX_AND_HOUR);
        assertThat(queue(Mail.ordinary("grace@example.org", "A", "B"))).isInstanceOf(Queued.class);
        clock.forward(Duration.ofHours(1));
        assertThat(queue(Mail.ordinary("ada@example.org", "A", "B"))).isInstanceOf(Queued.class);
    }

    @Test
    void theServerAsAWholeSendsOnlySoMuch() { // T15
        for (int mail = 0; mail < Outbox.MAX_PER_HOUR; mail++) {
            assertThat(queue(Mail.ordinary("member" + mail + "@example.org", "A", "B")))
                    .isInstanceOf(Queued.class);
        }
        assertThat(queue(Mail.ordinary("one-more@example.org", "A", "B"))).isInstanceOf(LimitReached.class);
    }

    @Test
    void mailsWrittenLateTakeNothingOfWhatAccountsNeed() {
        for (int mail = 0; mail < Outbox.MAX_PER_MAILBOX_AND_HOUR; mail++) {
            assertThat(queueLate("ada@example.org")).isInstanceOf(Queued.class);
        }
        assertThat(queueLate("ada@example.org")).isInstanceOf(LimitReached.class);
        assertThat(queue(Mail.ordinary("ada@example.org", "A", "B"))).isInstanceOf(Queued.class);
        for (int mail = 0; mail < Outbox.MAX_PER_HOUR - Outbox.KEPT_FOR_ACCOUNTS; mail++) {
            queueLate("member" + mail + "@example.org");
        }
        assertThat(queueLate("one-more@example.org")).isInstanceOf(LimitReached.class);
        assertThat(queue(Mail.ordinary("grace@example.org", "A", "B"))).isInstanceOf(Queued.class);
    }

    @Test
    void whatNobodyWritesIsForgottenAndNobodyReadsIt() {
        queueLate("ada@example.org");
        assertThat(outbox.latest(1)).singleElement().satisfies(mail -> {
            assertThat(mail.isBetweenMembers()).isTrue();
            assertThat(outbox.find(mail.id())).isEmpty();
        });
        assertThat(worker.runOnce()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbox.latest(1)).isEmpty();
    }

    @Test
    void anAddressOrSubjectCannotBeginAHeader() {
        assertThatThrownBy(() -> Mail.ordinary("a@example.org\nBcc: b@example.org", "A", "B"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mail.ordinary("a@example.org", "A\r\nBcc: b@example.org", "B"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mail.ordinary("a@example.org,b@example.org", "A", "B\0".repeat(20_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Outbox outbox(MailRoute through, MailWorker wakened) {
        return new Outbox(store, through, MailConfiguration.mailRounds(wakened), clock);
    }

    private MailWorker worker(MailRoute through) {
        return new MailWorker(
                store, through, new StaticListableBeanFactory().getBeanProvider(LateLetters.class), clock);
    }

    private QueueMailOutcome queue(Mail mail) {
        return Objects.requireNonNull(transactions.execute(_ -> outbox.queue(mail)));
    }

    private QueueMailOutcome queueOutside(String address) {
        return Objects.requireNonNull(transactions.execute(_ -> outbox.queueOutside(Mail.ordinary(address, "A", "B"))));
    }

    private QueueMailOutcome queueLate(String address) {
        return Objects.requireNonNull(transactions.execute(_ -> outbox.queueLate(address, Duration.ofDays(1))));
    }

    private String everyBody() {
        return String.valueOf(JdbcClient.create(pool)
                .sql("SELECT coalesce(string_agg(body, ' '), '') FROM mail")
                .query()
                .singleValue());
    }
}
