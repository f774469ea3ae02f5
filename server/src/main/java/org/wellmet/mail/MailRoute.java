package org.wellmet.mail;

/// The way to the mail server, if there is one.
interface MailRoute {
    /// There is no mail server: mails stay in the outbox.
    MailRoute NONE = new MailRoute() {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void send(DueMail mail) {
            throw new IllegalStateException("no mail server is set");
        }
    };

    boolean isOpen();

    /// Hands a mail to the mail server; throws Spring's `MailException` when it does not take it.
    void send(DueMail mail);
}
