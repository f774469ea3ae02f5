package org.wellmet.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wellmet.limit.LimitKey;
import org.wellmet.worker.Rounds;

/// The mails that wait to be sent, and those that were.
///
/// *Counts last*: whoever queues a mail holds by then whatever row of others they may have to wait for, so
/// that nobody who holds the counts of the hour waits for anybody: no circle goes through them, and all who
/// mail wait but shortly.
///
/// Thread-safe.
@Component
public final class Outbox {
    /// Enough to confirm, reset and be told of a change in one sitting; too few to fill a stranger's mailbox.
    static final int MAX_PER_MAILBOX_AND_HOUR = 6;

    /// What a usual mail server takes from one sender in an hour.
    static final int MAX_PER_HOUR = 1_000;

    /// What of [#MAX_PER_HOUR] is kept for mails that somebody waits for: confirmations, new passwords.
    static final int KEPT_FOR_ACCOUNTS = 200;

    private static final int MAX_LISTED = 200;

    private final MailStore store;
    private final MailRoute route;
    private final Rounds rounds;
    private final InstantSource clock;

    Outbox(MailStore store, MailRoute route, @Qualifier("mailRounds") Rounds rounds, InstantSource clock) {
        this.store = store;
        this.route = route;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// Queues a mail in the caller's transaction, which must be open.
    public QueueMailOutcome queue(Mail mail) {
        String mailbox = LimitKey.ofMail(mail.toAddress()).value();
        return queue(mailbox, MAX_PER_HOUR, instant -> store.insert(mail, instant));
    }

    /// Queues a mail that a member sends to an address outside, in the caller's transaction, which must be open.
    ///
    /// It is counted apart from what the mailbox gets about an account, so that a refusal tells nothing of one; the
    /// caller sees to it that fewer go to one mailbox in an hour than it may get.
    public QueueMailOutcome queueOutside(Mail mail) {
        String mailbox = "outside-" + LimitKey.ofMail(mail.toAddress()).value();
        return queue(mailbox, MAX_PER_HOUR, instant -> store.insert(mail, instant));
    }

    /// Queues a mail that [LateLetters] writes when it is sent, in the caller's transaction, which must be open.
    ///
    /// It takes nothing of what the mailbox may get about its account, and is refused first when the server's share
    /// of the hour comes to its end.
    public QueueMailOutcome queueLate(String toAddress, Duration validFor) {
        String mailbox = "late-" + LimitKey.ofMail(toAddress).value();
        return queue(
                mailbox, MAX_PER_HOUR - KEPT_FOR_ACCOUNTS, instant -> store.insertLate(toAddress, instant, validFor));
    }

    private QueueMailOutcome queue(String mailbox, int maxPerHour, Function<Instant, MailId> insert) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a mail must be queued in the transaction of what it tells of");
        }
        Instant instant = clock.instant();
        Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
        // Everybody's row first: whoever queues several mails in one transaction holds it before any mailbox's row,
        // so that two such transactions cannot wait for each other.
        String everybody = LimitKey.ofEverybody().value();
        if (!store.spend(hour, everybody, maxPerHour)) {
            return new QueueMailOutcome.LimitReached(hour.plus(Duration.ofHours(1)));
        }
        if (!store.spend(hour, mailbox, MAX_PER_MAILBOX_AND_HOUR)) {
            store.giveBack(hour, everybody);
            return new QueueMailOutcome.LimitReached(hour.plus(Duration.ofHours(1)));
        }
        MailId id = insert.apply(instant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rounds.wake();
            }
        });
        return new QueueMailOutcome.Queued(id);
    }

    /// Whether a mail server is set; where none is, queued mails lie here to be read.
    public boolean hasMailServer() {
        return route.isOpen();
    }

    /// How many mails lie here to be read and handed on; none where there is a mail server. For the operator only.
    public long lyingCount() {
        return route.isOpen() ? 0 : store.queuedCount(clock.instant());
    }

    /// Notes that a mail which lies here was handed on; its link is not kept. False where none lies. For the operator
    /// only: the caller asks leave.
    public boolean handOn(MailId id) {
        return !route.isOpen() && store.markHandedOn(id, clock.instant());
    }

    /// The mails queued last, newest first. For the operator only: the caller asks leave.
    public List<OutboxMail> latest(int limit) {
        return store.latest(Math.clamp(limit, 1, MAX_LISTED), !route.isOpen());
    }

    /// One mail. For the operator only: the caller asks leave.
    public Optional<OutboxMail> find(MailId id) {
        return store.find(id, !route.isOpen());
    }
}
