package org.wellmet.mail;

import java.time.Duration;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.wellmet.settings.MailServer;
import org.wellmet.settings.Settings;
import org.wellmet.worker.Rounds;

/// Opens the route to the mail server that the operator named, and sends the worker on its rounds.
@Configuration(proxyBeanMethods = false)
final class MailConfiguration {
    // A mail server that hangs must not hold up the mails behind it for ever.
    private static final String TIMEOUT_MILLIS = "20000";

    // Another node may have queued a mail, or an attempt be due again.
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(15);

    private MailConfiguration() {}

    /// The mail worker's, which whoever queues a mail on this node wakes.
    @Bean
    static Rounds mailRounds(MailWorker worker) {
        return new Rounds("mail", BETWEEN_ROUNDS, worker::runOnce);
    }

    @Bean
    static MailRoute mailRoute(Settings settings) {
        String publicAddress = settings.publicAddress().toString();
        return settings.mail().map(server -> route(server, publicAddress)).orElse(MailRoute.NONE);
    }

    static MailRoute route(MailServer server, String publicAddress) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        Properties properties = sender.getJavaMailProperties();
        server.user().ifPresent(user -> {
            sender.setUsername(user);
            server.password().ifPresent(password -> sender.setPassword(password.value()));
            properties.setProperty("mail.smtp.auth", "true");
        });
        switch (server.security()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                // Or an attacker on the way could strike the offer out and read along.
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return new SmtpRoute(sender, server.from(), publicAddress);
    }
}
