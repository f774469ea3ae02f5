package org.wellmet.mail;

/// A mail taken from the queue to be sent; this is the attempt with that number, counted from 1.
record DueMail(MailId id, String toAddress, String subject, String text, int attempt) {}
