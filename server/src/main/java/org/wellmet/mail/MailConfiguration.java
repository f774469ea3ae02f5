package org.wellmet.mail;

import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Opens the route to the mail server that the operator named.
@Configuration(proxyBeanMethods = false)
final class MailConfiguration {
    private MailConfiguration() {}

    // A mail server that hangs must not hold up the mails behind it for ever.
    private static final String TIMEOUT_MILLIS = "20000";

    @Bean
    static MailRoute mailRoute(
            @Value("${wellmet.mail.host:}") String host,
            @Value("${wellmet.mail.port:587}") int port,
            @Value("${wellmet.mail.security:starttls}") String security,
            @Value("${wellmet.mail.user:}") String user,
            @Value("${wellmet.mail.password:}") String password,
            @Value("${wellmet.mail.from:}") String from) {
        if (host.isEmpty()) {
            return MailRoute.NONE;
        }
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        Properties properties = sender.getJavaMailProperties();
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
            properties.setProperty("mail.smtp.auth", "true");
        }
        switch (security) {
            case "tls" -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case "starttls" -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                // Or an attacker on the way could strike the offer out and read along.
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            default -> {}
        }
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return new SmtpRoute(sender, from);
    }
}
