package org.wellmet.mail;

import java.time.Instant;
import java.util.Optional;

/// A mail as the operator sees it. The text is absent where it held a one-time link and is gone or on its way to a mail
/// server. Immutable.
public record OutboxMail(
        MailId id,
        String toAddress,
        String subject,
        Optional<String> text,
        Status status,
        int attempts,
        Instant queuedAt,
        Instant expiresAt,
        Optional<Instant> sentAt,
        Optional<String> lastError) {
    /// Where a mail stands.
    public enum Status {
        /// Waits to be sent, or lies to be read where there is no mail server.
        QUEUED,
        /// The mail server took it.
        SENT,
        /// The mail server refused it too often.
        FAILED,
        /// Was not sent while it was worth sending.
        EXPIRED
    }
}
