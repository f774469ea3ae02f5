package org.wellmet.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Sends through one mail server. Thread-safe.
final class SmtpRoute implements MailRoute {
    private final JavaMailSender sender;
    private final String fromAddress;
    private final String publicAddress;

    /// @param publicAddress what our own links begin with; nothing else becomes a link
    SmtpRoute(JavaMailSender sender, String fromAddress, String publicAddress) {
        this.sender = sender;
        this.fromAddress = fromAddress;
        this.publicAddress = publicAddress;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void send(DueMail mail) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom(fromAddress);
            parts.setTo(mail.toAddress());
            parts.setSubject(mail.subject());
            parts.setText(mail.text(), MailHtml.of(mail.subject(), mail.text(), publicAddress));
            // Holiday notices stay away, and so does the loop of two machines that answer each other.
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.stop().isPresent()) {
                message.setHeader("List-Unsubscribe", "<" + mail.stop().get().toASCIIString() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        } catch (MessagingException failure) {
            throw new MailPreparationException(failure);
        }
        sender.send(message);
    }
}
