package org.wellmet.mail;

import java.net.URI;

/// The words of a mail that were written at the moment of sending. Immutable.
///
/// @param stop where one request, without signing in, ends mails like it (RFC 8058)
public record LateLetter(Mail mail, URI stop) {}
