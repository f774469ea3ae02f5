package org.wellmet.mail;

import java.net.URI;
import java.util.Optional;

/// A mail taken from the queue to be sent; this is the attempt with that number, counted from 1.
///
/// @param isWrittenLate whether subject and text are yet to be written, and are empty
/// @param stop where one request ends mails like it
record DueMail(
        MailId id,
        String toAddress,
        String subject,
        String text,
        int attempt,
        boolean isWrittenLate,
        Optional<URI> stop) {
    /// The same with its words.
    DueMail written(LateLetter letter) {
        Mail mail = letter.mail();
        return new DueMail(
                id, mail.toAddress(), mail.subject(), mail.text(), attempt, false, Optional.of(letter.stop()));
    }
}
