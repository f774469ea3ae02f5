package org.wellmet.mail;

import java.time.Instant;
import java.util.Optional;

/// A mail as the operator sees it. The text is absent where it held a one-time link and is gone or on its way to a mail
/// server, or never was here. Immutable.
///
/// @param isBetweenMembers whether its words are between members: they are written when it is sent, and the operator
///     sees to whom and when
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
        Optional<String> lastError,
        boolean isBetweenMembers) {
    /// Whether it went from hand to hand: no mail server was ever asked to take it.
    public boolean isHandedOn() {
        return status == Status.SENT && attempts == 0;
    }

    /// Where a mail stands.
    public enum Status {
        /// Waits to be sent, or lies to be read where there is no mail server.
        QUEUED,
        /// The mail server took it, or the operator handed it on.
        SENT,
        /// The mail server refused it too often.
        FAILED,
        /// Was not sent while it was worth sending.
        EXPIRED
    }
}
