/// Mails on their way out.
///
/// A feature queues a [Mail] with [Outbox] in the transaction of whatever the mail tells of: neither exists without the
/// other. A [MailWorker] sends what is queued through the mail server that the operator named, and tries again, ever
/// later, a bounded number of times. Without a mail server the mails lie readable in the outbox for the operator. What
/// is between members is queued without words: [LateLetters] write them at each attempt to send.
///
/// 1. To one mailbox and in all only so many mails go out per hour, counted in the same transaction (no mail bombing).
/// 2. A body with a one-time link is gone once it is sent, has failed or has expired, and where a mail server is set
///    not even the operator reads it.
/// 3. Words between members never lie here: the operator sees to whom and when.
/// 4. A mail may arrive twice (the server dies between sending and noting it) but is never lost.
@NullMarked
package org.wellmet.mail;

import org.jspecify.annotations.NullMarked;
