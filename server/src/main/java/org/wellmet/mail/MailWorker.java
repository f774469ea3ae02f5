package org.wellmet.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// Sends what is queued, one mail after the other, in rounds ([MailConfiguration]). Thread-safe.
@Component
final class MailWorker {
    /// After the sixth refusal in half a day a mail is given up.
    static final int MAX_ATTEMPTS = 6;

    /// The first wait; each further one is five times as long.
    static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final int TAKEN_AT_ONCE = 10;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

    private final MailStore store;
    private final MailRoute route;
    private final ObjectProvider<LateLetters> lateLetters;
    private final InstantSource clock;

    MailWorker(MailStore store, MailRoute route, ObjectProvider<LateLetters> lateLetters, InstantSource clock) {
        this.store = store;
        this.route = route;
        this.lateLetters = lateLetters; // asked when needed: they themselves queue mails
        this.clock = clock;
    }

    /// Does what is due at this moment; says how many mails the server took. What is queued goes before what
    /// comes due: somebody may wait for it.
    int runOnce() {
        Instant instant = clock.instant();
        store.expire(instant);
        store.forget(instant.minus(KEPT));
        store.forgetBudgets(instant.minus(Duration.ofHours(2)));
        if (!route.isOpen()) {
            return 0;
        }
        int sent = sendDue(instant);
        lateLetters.forEach(LateLetters::queueDue);
        return sent + sendDue(instant);
    }

    private int sendDue(Instant instant) {
        int sent = 0;
        List<DueMail> due;
        do {
            due = store.takeDue(instant, FIRST_WAIT, TAKEN_AT_ONCE);
            for (DueMail mail : due) {
                sent += written(mail).filter(this::send).isPresent() ? 1 : 0;
            }
        } while (due.size() == TAKEN_AT_ONCE);
        return sent;
    }

    /// With its words; empty, and the mail forgotten, when there is nothing to be said any more.
    private Optional<DueMail> written(DueMail mail) {
        if (!mail.isWrittenLate()) {
            return Optional.of(mail);
        }
        LateLetters letters = lateLetters.getIfAvailable();
        Optional<DueMail> written;
        try {
            written = letters == null
                    ? Optional.empty()
                    : letters.write(mail.id()).map(mail::written);
        } catch (RuntimeException failure) { // a damaged row, say: the mails behind it wait for nothing
            LOG.warn("mail {} could not be written", mail.id().value(), failure);
            refused(mail, failure);
            return Optional.empty();
        }
        if (written.isEmpty()) {
            store.drop(mail.id());
        }
        return written;
    }

    private boolean send(DueMail mail) {
        try {
            route.send(mail);
        } catch (MailException refusal) {
            // The class alone: a mail server's words may repeat the address, or the mail.
            LOG.warn(
                    "mail {} was not taken at attempt {}: {}",
                    mail.id().value(),
                    mail.attempt(),
                    refusal.getClass().getSimpleName());
            refused(mail, refusal);
            return false;
        }
        store.markSent(mail.id(), mail.toAddress(), clock.instant());
        return true;
    }

    private void refused(DueMail mail, RuntimeException why) {
        store.markRefused(mail.id(), why.getClass().getSimpleName(), mail.attempt() >= MAX_ATTEMPTS);
    }
}
