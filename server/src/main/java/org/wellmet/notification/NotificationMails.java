package org.wellmet.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wellmet.account.Mailbox;
import org.wellmet.account.Mailboxes;
import org.wellmet.account.OpenSession;
import org.wellmet.account.Sessions;
import org.wellmet.database.Transactions;
import org.wellmet.mail.LateLetter;
import org.wellmet.mail.LateLetters;
import org.wellmet.mail.MailId;
import org.wellmet.mail.Outbox;
import org.wellmet.mail.QueueMailOutcome;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;

/// Mails what a member has not read to the member who is away.
///
/// A notification comes due a while after its event ([#DELAY]). What is due for one member is decided on in one
/// transaction, which puts it off (it is quiet, the day has had its mails), or queues one mail for all of it, or
/// finds that nothing of it is to be told: the member was here since, or may not know it any more. The words come
/// later: [#write] makes them at each attempt to send, out of what holds and what the reader may see at that moment.
///
/// *Taken once*: a mail is queued only for what was taken, and what is taken is due no more, so that however
/// many servers look at once, one mail is queued. Who decides on a member's mails holds a lock, and who finds
/// it held passes by and does nothing twice. A transaction that fails leaves all due. Thread-safe.
@Component
final class NotificationMails implements LateLetters {
    /// Long enough that whoever is here reads it on the page, and that what comes together is one mail.
    static final Duration DELAY = Duration.ofMinutes(2);

    /// The most mails for one member and day, in the member's time zone. The rest is in the next day's first.
    static final int MOST_A_DAY = 12;

    private static final int MEMBERS_AT_ONCE = 200;
    private static final int MOST_IN_A_MAIL = 200;
    // A fault is logged as often as somebody may look into it.
    private static final Duration REPAIR = Duration.ofHours(1);
    // After an outage of the server, say: older news are read on the page.
    private static final Duration WORTH_TELLING = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(NotificationMails.class);

    private final NotificationMailStore store;
    private final Tidings tidings;
    private final NotificationLetter letter;
    private final MailSettings settings;
    private final Reach reach;
    private final Transactions transactions;
    private final InstantSource clock;

    /// How members are reached.
    @Component
    record Reach(Members members, Mailboxes mailboxes, Sessions sessions, Outbox outbox) {}

    NotificationMails(
            NotificationMailStore store,
            Tidings tidings,
            NotificationLetter letter,
            MailSettings settings,
            Reach reach,
            Transactions transactions,
            InstantSource clock) {
        this.store = store;
        this.tidings = tidings;
        this.letter = letter;
        this.settings = settings;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void queueDue() {
        Instant now = clock.instant();
        for (MemberId member : store.dueMembers(now, MEMBERS_AT_ONCE)) {
            try {
                transactions.run(() -> {
                    if (store.hold(member)) {
                        decide(due(member, now), now);
                    }
                });
            } catch (RuntimeException failure) { // a damaged row, say: it must not keep back what is due for all others
                LOG.warn("the mail for member {} failed; trying again in {}", member.value(), REPAIR, failure);
                transactions.run(() -> store.putOff(due(member, now), now, now.plus(REPAIR)));
            }
        }
    }

    private NotificationMailStore.Told due(MemberId member, Instant now) {
        return new NotificationMailStore.Told(member, store.due(member, now, MOST_IN_A_MAIL));
    }

    private void decide(NotificationMailStore.Told due, Instant now) {
        Optional<Mailbox> mailbox = reach.mailboxes().of(due.member());
        MailSetting setting = settings.of(due.member());
        Optional<Instant> later = mailbox.flatMap(found -> later(due.member(), found, setting, now));
        if (later.isPresent()) {
            store.putOff(due, now, later.get());
        } else if (mailbox.isEmpty() || tidings(due, setting, now).isEmpty()) {
            store.take(due, now);
        } else {
            queue(due, mailbox.get(), now);
        }
    }

    /// Until when nothing is mailed to the member, if nothing is now.
    private Optional<Instant> later(MemberId member, Mailbox mailbox, MailSetting setting, Instant now) {
        ZonedDateTime there = now.atZone(mailbox.zone());
        return setting.quietHours()
                .flatMap(quiet -> quiet.endAt(there))
                .map(ZonedDateTime::toInstant)
                .or(() -> hadEnough(member, there));
    }

    private Optional<Instant> hadEnough(MemberId member, ZonedDateTime there) {
        ZonedDateTime today = there.toLocalDate().atStartOfDay(there.getZone());
        return store.countSince(member, today.toInstant()) < MOST_A_DAY
                ? Optional.empty()
                : Optional.of(there.toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(there.getZone())
                        .toInstant());
    }

    /// The member comes first, as with whoever deletes them and with them these rows; the outbox's counts
    /// come last. Where all are being changed, nothing is queued: they stay due.
    private void queue(NotificationMailStore.Told due, Mailbox mailbox, Instant now) {
        reach.members().keep(List.of(due.member()));
        store.forget(due.member(), now.minus(WORTH_TELLING));
        NotificationMailStore.Told taken = store.take(due, now);
        if (taken.notifications().isEmpty()) {
            return;
        }
        switch (reach.outbox().queueLate(mailbox.address().value(), NotificationLetter.WORTH_SENDING)) {
            case QueueMailOutcome.Queued(MailId id) -> store.insert(id, taken, now);
            case QueueMailOutcome.LimitReached(Instant retryAt) -> store.tellLater(taken, retryAt);
        }
    }

    private List<Tiding> tidings(NotificationMailStore.Told told, MailSetting setting, Instant now) {
        return tidings.of(told.member(), setting, store.unread(told, toldUntil(told.member(), now)));
    }

    /// Up to when all is told: each page since then has shown the member that there is something, or it is no news.
    private Instant toldUntil(MemberId member, Instant now) {
        Instant oldest = now.minus(WORTH_TELLING);
        return reach.sessions().of(member).stream()
                .findFirst()
                .map(OpenSession::lastSeen)
                .filter(oldest::isBefore)
                .orElse(oldest);
    }

    @Override
    public Optional<LateLetter> write(MailId id) {
        Instant now = clock.instant();
        return transactions.call(() -> store.find(id)
                .flatMap(told -> reach.mailboxes().of(told.member()).flatMap(mailbox -> write(told, mailbox, now))));
    }

    /// Nothing when it has become quiet since: then it is due again at the end of the quiet hours.
    private Optional<LateLetter> write(NotificationMailStore.Told told, Mailbox mailbox, Instant now) {
        MailSetting setting = settings.of(told.member());
        Optional<ZonedDateTime> quietUntil =
                setting.quietHours().flatMap(quiet -> quiet.endAt(now.atZone(mailbox.zone())));
        quietUntil.ifPresent(end -> store.tellLater(told, end.toInstant()));
        return quietUntil.isPresent()
                ? Optional.empty()
                : Optional.of(tidings(told, setting, now))
                        .filter(found -> !found.isEmpty())
                        .map(found -> letter.of(told.member(), mailbox, found));
    }
}
