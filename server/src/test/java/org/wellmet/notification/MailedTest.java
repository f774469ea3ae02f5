package org.wellmet.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wellmet.CountedStatements;
import org.wellmet.ServerTest;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SecondThoughts;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.Ties;
import org.wellmet.connection.WhyNow;
import org.wellmet.fake.FakeClock;
import org.wellmet.introduction.AskOutcome;
import org.wellmet.introduction.IntroductionText;
import org.wellmet.introduction.Introductions;
import org.wellmet.mail.MailRuns;
import org.wellmet.member.MemberId;

/// A server with a mail server and a clock that stands: what members have in their mailboxes, and short ways to what
/// they are told of.
@Import({MailedTest.Time.class, CountedStatements.class})
abstract class MailedTest extends ServerTest {
    static final String WHY = "You spoke about tides,\n\nand I would like to hear more: https://tides.example/";

    private static final GreenMail POST = started();

    @Autowired
    ApplicationContext server;

    @Autowired
    FakeClock clock;

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationMails mails;

    @Autowired
    MailSettings settings;

    @Autowired
    Invitations invitations;

    @Autowired
    Exchanges exchanges;

    @Autowired
    SecondThoughts secondThoughts;

    @Autowired
    Introductions introductions;

    @Autowired
    Ties ties;

    MemberId ada;
    MemberId grace;
    MemberId edsger;

    /// The server's time is the test's.
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        FakeClock fakeClock() {
            return new FakeClock();
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("wellmet.mail.host", () -> "127.0.0.1");
        properties.add("wellmet.mail.port", () -> POST.getSmtp().getPort());
        properties.add("wellmet.mail.security", () -> "none");
        properties.add("wellmet.mail.from", () -> "wellmet@example.org");
        properties.add("wellmet.public-address", () -> "http://people.example");
    }

    @BeforeEach
    void people() {
        MailRuns.byHandOnly(server);
        clock.forward(Duration.ofHours(1)); // a fresh share of mails for the server
        ada = withAccount("Ada Lovelace", "en");
        grace = withAccount("Grace Hopper", "en");
        edsger = withAccount("Edsger Dijkstra", "en");
    }

    MemberId withAccount(String name, String language) {
        MemberId member = aMember(name);
        sql.sql("""
                        INSERT INTO account (member_id, email, password, password_at, created_at, language, zone)
                        VALUES (:member, :email, '$argon2id$none', now(), now(), :language, 'America/Halifax')
                        """)
                .param("member", member.value())
                .param("email", address(member))
                .param("language", language)
                .update();
        return member;
    }

    static String address(MemberId member) {
        return "member" + member.value() + "@example.org";
    }

    /// After what is due in so long is mailed.
    void after(Duration duration) {
        clock.forward(duration);
        MailRuns.run(server);
    }

    void afterTheDelay() {
        after(NotificationMails.DELAY);
    }

    List<MimeMessage> mailsTo(MemberId member) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address(member)))
                .toList();
    }

    /// The words of the only mail to the member.
    String onlyTextTo(MemberId member) {
        List<MimeMessage> mails = mailsTo(member);
        if (mails.size() != 1) {
            throw new AssertionError("one mail was expected, but there are " + mails.size());
        }
        return text(mails.getFirst());
    }

    static String text(MimeMessage mail) {
        return part(mail, "text/plain").replace("\r\n", "\n");
    }

    static String html(MimeMessage mail) {
        return part(mail, "text/html").replace("\r\n", "\n");
    }

    static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : String.join(" | ", values);
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String part(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            StringBuilder found = new StringBuilder();
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    found.append(part(inner, type));
                }
            }
            return found.toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long invited(MemberId inviter, MemberId invitee) {
        SendInvitationOutcome outcome =
                invitations.send(inviter, invitee, new Claim(ClaimKind.MET, "the harbour day"), new WhyNow(WHY));
        return ((SendInvitationOutcome.Sent) outcome).invitation().id();
    }

    /// Edsger is asked to introduce Ada to Grace; Ada and Grace are not connected, and each is with Edsger.
    long askedForAnIntroduction() {
        connected(ada, edsger);
        connected(edsger, grace);
        AskOutcome outcome = introductions.ask(new Introductions.Wish(
                ada,
                edsger,
                grace,
                new IntroductionText("CONFIDENTIAL: you know how shy I am with people."),
                new IntroductionText("OPENHEARTED: your compilers answer my question.")));
        return ((AskOutcome.Asked) outcome).id();
    }

    void quiet(MemberId member, QuietHours hours) {
        settings.choose(member, new MailSetting(Set.of(), Optional.of(hours)));
    }

    static final ZoneId HALIFAX = ZoneId.of("America/Halifax");

    private static GreenMail started() {
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        return post;
    }
}
