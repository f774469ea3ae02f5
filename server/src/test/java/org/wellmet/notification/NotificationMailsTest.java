package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.CountedStatements;
import org.wellmet.Visitor;
import org.wellmet.account.Mailbox;
import org.wellmet.account.Mailboxes;
import org.wellmet.connection.Inbox;
import org.wellmet.introduction.DeclineReason;
import org.wellmet.introduction.IntroductionText;
import org.wellmet.mail.LateLetter;
import org.wellmet.mail.MailRuns;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// What is mailed to whom, when, and in which words.
class NotificationMailsTest extends MailedTest {
    @Autowired
    private Inbox inbox;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private NotificationLetter letter;

    @Autowired
    private Tidings tidings;

    /// Invitations, messages and acceptances, of two people each or of twelve; some of what is asked is
    /// cached.
    @Test
    void whatAMailTellsOfConnectionsCostsAsManyStatementsForManyAsForFew() {
        assertThat(statementsFor(12)).isCloseTo(statementsFor(2), within(3)).isPositive();
    }

    private int statementsFor(int people) {
        MemberId reader = withAccount("Reader", "en");
        List<DueNotification> due = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            MemberId other = withAccount("Other " + i, "en");
            long id = invited(other, reader);
            exchanges.say(other, id, "One more thing.");
            due.add(new DueNotification(due.size(), NotificationKind.INVITED, other, id, Instant.EPOCH));
            due.add(new DueNotification(due.size(), NotificationKind.SAID_ON_INVITATION, other, id, Instant.EPOCH));
            MemberId accepting = withAccount("Accepting " + i, "en");
            connected(reader, accepting);
            due.add(new DueNotification(due.size(), NotificationKind.ACCEPTED, accepting, 0, Instant.EPOCH));
        }
        AtomicInteger statements = new AtomicInteger();
        List<Tiding> told = CountedStatements.counting(statements, () -> tidings.of(reader, settings.of(reader), due));
        assertThat(told).hasSize(3 * people);
        return statements.get();
    }

    @Test
    void anInvitationIsMailedOnceTwoMinutesLaterWithClaimAndWhyNow() {
        members.describe(ada, "Ada Lovelace", "Analyst <b>of</b> engines");
        long id = invited(ada, grace);
        after(NotificationMails.DELAY.minusSeconds(1));
        assertThat(mailsTo(grace)).as("she may be reading it").isEmpty();
        after(Duration.ofSeconds(1));

        MimeMessage mail = mailsTo(grace).getFirst();
        assertThat(subject(mail)).isEqualTo("Ada Lovelace invites you to connect");
        assertThat(text(mail))
                .startsWith(
                        "Ada Lovelace invites you to connect\n\n> Analyst <b>of</b> engines\n\n"
                                + "We met at the harbour day (Unchecked)\n\nWhy now:\n\n> You spoke about tides,\n> \n> and I would")
                .contains("http://people.example/invitations/" + id)
                .contains("nobody is told")
                .contains("http://people.example/settings/mail");
        assertThat(html(mail))
                .contains("Analyst &lt;b&gt;of&lt;/b&gt; engines", "href=\"http://people.example/invitations/" + id)
                .doesNotContain("href=\"https://tides.example");
        assertThat(header(mail, "List-Unsubscribe")).startsWith("<http://people.example/mails/stop/" + grace.value());
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");

        for (int day = 0; day < 70; day++) {
            after(Duration.ofDays(1));
        }
        assertThat(mailsTo(grace)).as("never a reminder").hasSize(1);
        assertThat(mailsTo(ada)).isEmpty();
    }

    @Test
    void messagesOnAnInvitationAreMailedToEitherSideAndTwoOfThemTogether() {
        long id = invited(ada, grace);
        afterTheDelay();
        exchanges.say(grace, id, "Which tides do you mean?");
        afterTheDelay();
        assertThat(onlyTextTo(ada)).contains("Grace Hopper wrote to you", "> Which tides do you mean?");

        exchanges.say(ada, id, "Those of the bay.");
        clock.forward(Duration.ofMinutes(1));
        exchanges.say(ada, id, "And of the harbour.");
        afterTheDelay();
        assertThat(mailsTo(grace)).hasSize(2);
        assertThat(text(mailsTo(grace).getLast())).contains("> Those of the bay.\n\n> And of the harbour.");
        exchanges.say(grace, id, "I see.");
        exchanges.say(ada, id, "So?");
        afterTheDelay();
        assertThat(mailsTo(ada)).as("answered meanwhile").hasSize(1);
        assertThat(text(mailsTo(grace).getLast())).contains("> So?").doesNotContain("bay", "harbour.");
    }

    @Test
    void aSecondMessageIsMailedWithoutTheFirstThatWasMailedBefore() {
        long id = invited(ada, grace);
        exchanges.say(ada, id, "Those of the bay.");
        afterTheDelay();
        assertThat(onlyTextTo(grace)).contains("> Those of the bay.");
        exchanges.say(ada, id, "And of the harbour.");
        afterTheDelay();
        assertThat(text(mailsTo(grace).getLast()))
                .contains("> And of the harbour.")
                .doesNotContain("bay");
    }

    @Test
    void whatIsHeardAfterADeclineWasTakenBackIsMailedOnce() {
        long id = invited(ada, grace);
        exchanges.say(ada, id, "Those of the bay.");
        afterTheDelay();
        exchanges.say(grace, id, "Which bay?");
        invitations.decline(grace, id);
        exchanges.say(ada, id, "That of Fundy.");
        clock.forward(Duration.ofMinutes(10));
        exchanges.say(ada, id, "And a harbour.");
        afterTheDelay();
        assertThat(mailsTo(grace)).as("unheard").hasSize(1);

        secondThoughts.undo(grace, id);
        afterTheDelay();
        assertThat(mailsTo(grace)).hasSize(2);
        assertThat(text(mailsTo(grace).getLast())).contains("> That of Fundy.\n\n> And a harbour.");
        after(Duration.ofDays(1));
        assertThat(mailsTo(grace)).hasSize(2);
    }

    @Test
    void whatIsHeardWithoutAnAnswerBeforeIsMailedWithoutWhatWasMailedBefore() {
        long id = invited(ada, grace);
        exchanges.say(ada, id, "Those of the bay.");
        afterTheDelay();
        invitations.decline(grace, id);
        clock.forward(Duration.ofMinutes(10));
        exchanges.say(ada, id, "And a harbour.");
        clock.forward(Duration.ofMinutes(10));
        secondThoughts.undo(grace, id);
        afterTheDelay();
        assertThat(mailsTo(grace)).hasSize(2);
        assertThat(text(mailsTo(grace).getLast())).contains("> And a harbour.").doesNotContain("bay");
    }

    @Test
    void anAcceptanceIsMailedAndADeclineIsSilent() {
        invitations.accept(grace, invited(ada, grace));
        long declined = invited(ada, edsger);
        exchanges.say(edsger, declined, "Who are you?");
        invitations.decline(edsger, declined);
        afterTheDelay();
        MimeMessage mail = mailsTo(ada).getFirst();
        assertThat(mailsTo(ada)).hasSize(1);
        assertThat(text(mail))
                .contains("Grace Hopper accepted your invitation", "http://people.example/in/")
                .contains("> Who are you?")
                .doesNotContain("decline");
        assertThat(subject(mail)).isEqualTo("2 notifications at Wellmet");
        assertThat(mailsTo(edsger)).isEmpty();
        assertThat(mailsTo(grace)).as("she has accepted").isEmpty();
        exchanges.say(ada, declined, "Did you read this?");
        afterTheDelay();
        assertThat(mailsTo(edsger)).as("unheard").isEmpty();
    }

    @Test
    void eachStepOfAnIntroductionIsMailedToWhomItConcernsWithTheTextsForThem() {
        long id = askedForAnIntroduction();
        afterTheDelay();
        assertThat(onlyTextTo(edsger))
                .contains("Ada Lovelace asks you for an introduction", "Ada Lovelace wishes to meet Grace Hopper")
                .contains("> CONFIDENTIAL", "> OPENHEARTED", "http://people.example/introductions/" + id);
        assertThat(mailsTo(grace)).isEmpty();

        introductions.forward(edsger, id, new IntroductionText("VOUCHING: I have worked with her for years."));
        afterTheDelay();
        assertThat(onlyTextTo(grace))
                .contains("Edsger Dijkstra introduces Ada Lovelace to you", "> VOUCHING", "> OPENHEARTED")
                .doesNotContain("CONFIDENTIAL");
        assertThat(onlyTextTo(ada))
                .contains("Edsger Dijkstra passed your introduction on")
                .doesNotContain("VOUCHING");

        introductions.accept(grace, id);
        afterTheDelay();
        assertThat(text(mailsTo(ada).getLast()))
                .contains(
                        "Grace Hopper accepted your introduction: you are connected", "Introduced by Edsger Dijkstra");
        assertThat(text(mailsTo(edsger).getLast()))
                .contains("Grace Hopper accepted the introduction that you passed on");
        assertThat(mailsTo(grace)).hasSize(1);
    }

    @Test
    void aConnectorsReasonIsMailedAndASilentDeclineIsNot() {
        long silent = askedForAnIntroduction();
        introductions.decline(edsger, silent);
        afterTheDelay();
        assertThat(mailsTo(ada)).isEmpty();

        people();
        introductions.decline(edsger, askedForAnIntroduction(), new DeclineReason("He travels until spring."));
        afterTheDelay();
        assertThat(onlyTextTo(ada)).contains("and says why", "> He travels until spring.");

        people();
        long forwarded = askedForAnIntroduction();
        introductions.forward(edsger, forwarded, new IntroductionText("I have worked with her for years."));
        afterTheDelay();
        introductions.decline(grace, forwarded);
        afterTheDelay();
        assertThat(mailsTo(ada)).as("that it was passed on, and no more").hasSize(1);
        assertThat(mailsTo(edsger)).as("answered before it was due").isEmpty();
    }

    @Test
    void whatComesTogetherIsOneMailInTheReadersLanguage() {
        MemberId amelie = withAccount("Amélie Durand", "fr");
        invited(ada, amelie);
        invited(grace, amelie);
        afterTheDelay();
        MimeMessage mail = mailsTo(amelie).getFirst();
        assertThat(mailsTo(amelie)).hasSize(1);
        assertThat(subject(mail)).isEqualTo("2 notifications sur Wellmet");
        assertThat(text(mail))
                .contains("Ada Lovelace vous invite à vous relier", "Grace Hopper vous invite à vous relier")
                .contains("Pourquoi maintenant\u00a0:", "Plus de courriels de ce genre\u00a0: Invitations")
                .doesNotContain("invites you", "No more");
    }

    @Test
    void whoWasHereSinceOrReadItIsNotMailed() {
        MemberId amelie = withAccount("Amélie Durand", "fr");
        seen(amelie);
        clock.forward(Duration.ofSeconds(30));
        invited(ada, amelie);
        invited(ada, grace);
        invited(ada, edsger);
        clock.forward(Duration.ofSeconds(30));
        seen(grace);
        notifications.markRead(edsger, Long.MAX_VALUE);
        afterTheDelay();
        assertThat(mailsTo(amelie)).as("left before it happened").hasSize(1);
        assertThat(mailsTo(grace)).as("the bell has told her").isEmpty();
        assertThat(mailsTo(edsger)).as("read").isEmpty();
    }

    @Test
    void quietHoursHoldMailsUntilTheirEndInTheMembersZone() {
        ZonedDateTime there = clock.instant().atZone(HALIFAX);
        LocalTime from = there.minusHours(1).toLocalTime();
        LocalTime to = there.plusHours(5).toLocalTime(); // some of the runs reach over midnight
        quiet(grace, new QuietHours(from, to));
        invited(ada, grace);
        afterTheDelay();
        after(Duration.ofHours(4));
        invited(edsger, grace);
        afterTheDelay();
        assertThat(mailsTo(grace)).isEmpty();
        after(Duration.ofHours(1));
        assertThat(onlyTextTo(grace)).contains("Ada Lovelace invites", "Edsger Dijkstra invites");
    }

    @Test
    void quietHoursReachOverMidnight() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        ZonedDateTime evening = ZonedDateTime.parse("2026-11-22T23:30-04:00[America/Halifax]");
        assertThat(night.endAt(evening).map(ZonedDateTime::toString))
                .contains("2026-11-23T07:00-04:00[America/Halifax]");
        assertThat(night.endAt(evening.plusHours(2)).map(ZonedDateTime::toString))
                .contains("2026-11-23T07:00-04:00[America/Halifax]");
        assertThat(night.endAt(evening.plusHours(8))).isEmpty();
        assertThat(night.endAt(evening.minusHours(2))).isEmpty();
        assertThat(new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0)).endAt(evening.with(LocalTime.of(13, 0))))
                .isEmpty();
    }

    @Test
    void aDayHasSoManyMailsAndTheNextDaysFirstHasTheRest() { // T15
        clock.forward(Duration.between(clock.instant(), nextMorning()));
        for (int mail = 0; mail < NotificationMails.MOST_A_DAY + 2; mail++) {
            invited(withAccount("Inviter " + (char) ('A' + mail), "en"), grace);
            after(Duration.ofMinutes(20)); // below the mailbox's own limit per hour
        }
        assertThat(mailsTo(grace)).hasSize(NotificationMails.MOST_A_DAY);
        clock.forward(Duration.between(clock.instant(), nextMorning()));
        MailRuns.run(server);
        assertThat(mailsTo(grace)).hasSize(NotificationMails.MOST_A_DAY + 1);
        assertThat(text(mailsTo(grace).getLast())).contains("Inviter M invites", "Inviter N invites");
    }

    @Test
    void whatLiesFoldedAwayInTheInboxIsNotMailedNorIsAWordOnIt() {
        long relevant = invited(ada, grace);
        sql.sql("UPDATE invitation SET is_checked = true WHERE id = :id")
                .param("id", relevant)
                .update();
        long irrelevant = invited(edsger, grace);
        exchanges.say(edsger, irrelevant, "Look at me.");
        assertThat(inbox.foldedAway(Viewer.of(grace))).containsExactly(irrelevant);
        afterTheDelay();
        assertThat(onlyTextTo(grace)).contains("Ada Lovelace").doesNotContain("Edsger", "Look at me");
    }

    @Test
    void whatIsStoppedIsNotMailedAndTheRestIs() {
        settings.choose(grace, new MailSetting(Set.of(MailKind.INVITATIONS), Optional.empty()));
        long id = invited(ada, grace);
        exchanges.say(ada, id, "And one thing more.");
        afterTheDelay();
        assertThat(onlyTextTo(grace)).contains("And one thing more.").doesNotContain("invites you to connect");
        assertThat(subject(mailsTo(grace).getFirst())).isEqualTo("Ada Lovelace wrote to you on an invitation");
    }

    @Test
    void aTransactionThatFailsLosesNothingAndDoublesNothing() {
        invited(ada, grace);
        clock.forward(NotificationMails.DELAY);
        try {
            transactions.run(() -> {
                mails.queueDue();
                throw new IllegalStateException("the server dies here");
            });
        } catch (IllegalStateException _) { // as planned
        }
        assertThat(mailsTo(grace)).isEmpty();
        MailRuns.run(server);
        MailRuns.run(server);
        assertThat(mailsTo(grace)).hasSize(1);
    }

    @Test
    void theOperatorSeesToWhomAndWhenAndNoWords() {
        invited(ada, grace);
        clock.forward(NotificationMails.DELAY);
        mails.queueDue();
        Visitor operator = visitor(anOperator("Oper Ator"));
        long id = sql.sql("SELECT id FROM mail WHERE to_address = :to")
                .param("to", address(grace))
                .query(Long.class)
                .single();
        for (int look = 0; look < 2; look++) {
            String listed = operator.get("/operator/mails").body();
            assertThat(listed)
                    .contains(address(grace), "Its text is between members")
                    .doesNotContain("Ada Lovelace", "/operator/mails/" + id + "\"");
            assertThat(operator.get("/operator/mails/" + id).status()).isEqualTo(404);
            assertThat(operator.post("/operator/mails/" + id + "/hand-on").status())
                    .isEqualTo(404);
            MailRuns.run(server);
        }
        assertThat(sql.sql("SELECT mail::text FROM mail WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("Ada", "tides");
        assertThat(mailsTo(grace)).hasSize(1);
    }

    @Test
    void aNameCannotBeginAHeader() {
        sql.sql("UPDATE member SET name = E'Ada\\r\\nBcc: all@example.org' WHERE id = :id")
                .param("id", ada.value())
                .update();
        invited(ada, grace);
        afterTheDelay();
        MimeMessage mail = mailsTo(grace).getFirst();
        assertThat(subject(mail)).isEqualTo("Ada Bcc: all@example. org invites you to connect");
        assertThat(header(mail, "Bcc")).isEmpty();
    }

    @Test
    void whoHasNoAccountOrCommentedIsMailedNothing() {
        MemberId guest = aMember("A Guest");
        invited(ada, guest);
        afterTheDelay();
        assertThat(mailsTo(guest)).isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM notification WHERE member_id = :id AND mail_at IS NOT NULL")
                        .param("id", guest.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsTooMuchForOneMailIsCountedAndReadOnThePage() {
        List<Tiding> many = Collections.nCopies(
                40,
                new Tiding(
                        MailKind.INVITATIONS,
                        Text.of("{0} invites you to connect", "Ada Lovelace"),
                        List.of(new Passage.Quote("x".repeat(600)))));
        Mailbox mailbox = mailboxes.of(grace).orElseThrow();
        LateLetter written = letter.of(grace, mailbox, many);
        assertThat(written.mail().subject()).isEqualTo("40 notifications at Wellmet");
        assertThat(written.mail().text())
                .hasSizeLessThan(16_000)
                .containsPattern(
                        "And 1\\d more, on the page of your notifications:\n\nhttp://people.example/notifications");
    }

    private Instant nextMorning() {
        return clock.instant()
                .atZone(HALIFAX)
                .toLocalDate()
                .plusDays(1)
                .atTime(8, 0)
                .atZone(HALIFAX)
                .toInstant();
    }

    /// As if the member looked at a page at this moment.
    private void seen(MemberId member) {
        sql.sql("""
                        INSERT INTO session (member_id, key_hash, browser, system, created_at, last_seen_at)
                        VALUES (:member, sha256(:key::bytea), 'Firefox', 'Linux', :at, :at)
                        """)
                .param("member", member.value())
                .param("key", "session " + member.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
