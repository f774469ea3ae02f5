package org.wellmet.account;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Outbox;
import org.wellmet.settings.Settings;
import org.wellmet.web.Text;

/// The mails about accounts. Each is queued in the caller's transaction, which must be open.
///
/// That the outbox refuses a mail because the mailbox has had its share is told to nobody: the page says the
/// same either way. Thread-safe.
@Component
final class Letters {
    /// How long a sign-up waits for its confirmation.
    static final Duration CONFIRM_LIFE = Duration.ofDays(2);

    /// How long a link opens the door to a new password.
    static final Duration RESET_LIFE = Duration.ofHours(1);

    /// How long a new address may be proved.
    static final Duration ADDRESS_LIFE = Duration.ofDays(1);

    private final Outbox outbox;
    private final NetworkSettings network;
    private final String address;

    Letters(Outbox outbox, NetworkSettings network, Settings settings) {
        this.outbox = outbox;
        this.network = network;
        this.address = settings.publicAddress().toString();
    }

    /// Whether a mail server takes them; where none does, the operator reads them and hands their links on.
    boolean areMailed() {
        return outbox.hasMailServer();
    }

    /// An address of this server, whole.
    String link(String path) {
        return address + path;
    }

    void confirm(EmailAddress to, Secret secret, Words words) {
        oneTime(
                to,
                CONFIRM_LIFE,
                words,
                Text.of("Confirm your address at {0}", network.name()),
                List.of(
                        Text.of("Somebody, we hope you, asked to join {0} with this address.", network.name()),
                        Text.of("To confirm it, open this page within two days and type the password you chose:"),
                        plain(link("/join/confirm/" + secret.text())),
                        Text.of("If it was not you, do nothing. No account is made without the password.")));
    }

    void alreadyHere(EmailAddress to, Words words) {
        ordinary(
                to,
                words,
                Text.of("You already have an account at {0}", network.name()),
                List.of(
                        Text.of(
                                "Somebody tried to use this address at {0}, where it already has an account.",
                                network.name()),
                        Text.of("If it was you, sign in here, or ask for a new password there:"),
                        plain(link("/sign-in")),
                        Text.of("If it was not you, there is nothing to do. Nothing was changed.")));
    }

    void reset(EmailAddress to, MemberSecret secret, Words words) {
        oneTime(
                to,
                RESET_LIFE,
                words,
                Text.of("A new password at {0}", network.name()),
                List.of(
                        Text.of("Somebody, we hope you, asked for a new password at {0}.", network.name()),
                        Text.of("To choose one, open this page within an hour:"),
                        plain(link("/forgot/" + secret.text())),
                        Text.of("If it was not you, do nothing. Your password stays as it is.")));
    }

    void passwordChanged(EmailAddress to, Words words) {
        ordinary(
                to,
                words,
                Text.of("Your password at {0} was changed", network.name()),
                List.of(
                        Text.of(
                                "The password of your account at {0} was changed, and its other sessions have ended.",
                                network.name()),
                        Text.of("If it was not you, choose a new one at once:"),
                        plain(link("/forgot"))));
    }

    void proveAddress(EmailAddress to, MemberSecret secret, Words words) {
        oneTime(
                to,
                ADDRESS_LIFE,
                words,
                Text.of("Confirm your new address at {0}", network.name()),
                List.of(
                        Text.of("Somebody, we hope you, wants to sign in at {0} with this address.", network.name()),
                        Text.of("To confirm it, open this page within a day:"),
                        plain(link("/address/" + secret.text())),
                        Text.of("If it was not you, do nothing.")));
    }

    void addressChanged(EmailAddress old, Words words) {
        ordinary(
                old,
                words,
                Text.of("Your address at {0} was changed", network.name()),
                List.of(
                        Text.of(
                                "Your account at {0} has another mail address from here on; this one no longer signs in.",
                                network.name()),
                        Text.of("If it was not you, write to the operator of the server.")));
    }

    void letIn(EmailAddress to, Words words) {
        ordinary(
                to,
                words,
                Text.of("Welcome to {0}", network.name()),
                List.of(
                        Text.of("The operator of {0} let you in. Sign in here:", network.name()),
                        plain(link("/sign-in"))));
    }

    void notLetIn(EmailAddress to, Words words) {
        ordinary(
                to,
                words,
                Text.of("Your request to join {0}", network.name()),
                List.of(Text.of(
                        "The operator of {0} did not let you in. What you gave us at sign-up has been deleted.",
                        network.name())));
    }

    void deleted(EmailAddress to, Words words) {
        ordinary(
                to,
                words,
                Text.of("Your account at {0} is deleted", network.name()),
                List.of(Text.of(
                        "Your account at {0} and all that was in it are deleted, as you asked.", network.name())));
    }

    private void ordinary(EmailAddress to, Words words, Text subject, List<Text> paragraphs) {
        outbox.queue(Mail.ordinary(to.value(), words.say(subject), joined(words, paragraphs)));
    }

    private void oneTime(EmailAddress to, Duration life, Words words, Text subject, List<Text> paragraphs) {
        outbox.queue(Mail.oneTime(to.value(), words.say(subject), joined(words, paragraphs), life));
    }

    private static Text plain(String address) {
        return Text.of("{0}", address);
    }

    private static String joined(Words words, List<Text> paragraphs) {
        return String.join("\n\n", paragraphs.stream().map(words::say).toList());
    }
}
