package org.wellmet.mail;

import java.time.Instant;

/// What became of a request to send a mail.
public sealed interface QueueMailOutcome {
    /// It goes out when the caller's transaction commits.
    record Queued(MailId id) implements QueueMailOutcome {}

    /// The mailbox, or the server, has had its share of this hour; nothing was queued. A page that may not betray
    /// whether an address exists says the same as for [Queued].
    record LimitReached(Instant retryAt) implements QueueMailOutcome {}
}
