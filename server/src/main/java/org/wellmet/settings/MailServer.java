package org.wellmet.settings;

import java.util.Optional;

/// The server that takes our mail, and the address it is sent from. The user is absent where the server asks for none.
///
/// Immutable.
public record MailServer(
        String host, int port, Security security, Optional<String> user, Optional<Secret> password, String from) {
    /// How the way to the mail server is protected.
    public enum Security {
        /// Not at all: for a mail server on the same machine.
        NONE,
        /// Encrypted from the first command on, or not at all sent.
        STARTTLS,
        /// Encrypted from the first byte on.
        TLS
    }
}
