package org.wellmet.mail;

import java.util.Optional;

/// A feature whose mails come due by time, and whose words are written at the moment of sending. One bean; called on
/// the mail worker's thread, and only where there is a mail server.
public interface LateLetters {
    /// Queues what is due, with [Outbox#queueLate], a bounded number at a time.
    void queueDue();

    /// The words of a mail that it queued, with the leave of their reader at this moment, at each attempt to send it;
    /// empty when there is nothing to be said any more, and then the mail is forgotten.
    Optional<LateLetter> write(MailId id);
}
