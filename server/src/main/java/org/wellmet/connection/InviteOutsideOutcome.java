package org.wellmet.connection;

import java.time.Instant;

/// What became of a wish to invite somebody who is not here. Whether the address has an account, or what became of the
/// mail, changes nothing in it.
public sealed interface InviteOutsideOutcome {
    /// The mail is on its way, as far as anybody is told.
    record Mailed() implements InviteOutsideOutcome {}

    /// No mail server is set: the mail lies in the operator's outbox, as far as anybody is told. The link, shown
    /// once, is for the inviter to hand over.
    record Laid(String address) implements InviteOutsideOutcome {}

    /// A link, whose address is shown once.
    record Linked(String address) implements InviteOutsideOutcome {}

    /// The inviter has invited this address before; nobody is mailed twice.
    record MailedBefore() implements InviteOutsideOutcome {}

    /// The network admits no such address, or nobody without an operator's link, or the inviter is here no
    /// more.
    record NotAdmitted() implements InviteOutsideOutcome {}

    /// Enough were sent for now.
    record TooMany(Instant retryAt) implements InviteOutsideOutcome {}

    /// The inviter has as many links that open as one may.
    record TooManyLinks() implements InviteOutsideOutcome {}

    /// Whether nothing was made of it, as far as anybody is told.
    default boolean isRefusal() {
        return switch (this) {
            case Mailed _, Laid _, Linked _ -> false;
            case MailedBefore _, NotAdmitted _, TooMany _, TooManyLinks _ -> true;
        };
    }
}
