package org.wellmet.mail;

/// Names a mail in the outbox.
public record MailId(long value) {}
