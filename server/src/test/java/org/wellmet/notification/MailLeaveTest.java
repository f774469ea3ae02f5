package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.introduction.IntroductionText;
import org.wellmet.mail.MailRuns;
import org.wellmet.member.MemberId;

/// T6: whatever takes the leave to know away between the event and the sending of its mail, nothing is sent; both
/// before the mail is queued and while it waits in the outbox.
class MailLeaveTest extends MailedTest {
    /// When the leave is taken away.
    enum Moment {
        BEFORE_IT_IS_DUE,
        IN_THE_OUTBOX
    }

    @ParameterizedTest
    @EnumSource
    void ofAnInvitation(Moment moment) {
        Map<String, LongConsumer> ends = new LinkedHashMap<>();
        ends.put("withdrawn", id -> invitations.withdraw(ada, id));
        ends.put("accepted", id -> invitations.accept(grace, id));
        ends.put("declined", id -> invitations.decline(grace, id));
        ends.put("read", _ -> notifications.markRead(grace, Long.MAX_VALUE));
        ends.put("the inviter is blocked", _ -> ties.block(grace, ada));
        ends.put("the inviter blocks", _ -> ties.block(ada, grace));
        ends.put("the inviter is suspended", _ -> members.suspend(ada));
        ends.put("the inviter is gone", _ -> members.delete(ada));
        ends.put("the reader is suspended", _ -> members.suspend(grace));
        ends.put("the reader is gone", _ -> members.delete(grace));
        ends.put("the reader stopped such mails", _ -> settings.stop(grace, Set.of(MailKind.INVITATIONS)));
        ends.forEach((why, end) -> nothingIsSent(moment, why, () -> invited(ada, grace), end, "grace"));
    }

    @ParameterizedTest
    @EnumSource
    void ofAMessage(Moment moment) {
        Map<String, LongConsumer> ends = new LinkedHashMap<>();
        ends.put("withdrawn", id -> invitations.withdraw(ada, id));
        ends.put("declined", id -> invitations.decline(grace, id));
        ends.put("accepted", id -> invitations.accept(grace, id));
        ends.put("answered", id -> exchanges.say(grace, id, "I have read it."));
        ends.put("blocked", _ -> ties.block(grace, ada));
        ends.put("gone", _ -> members.delete(ada));
        ends.forEach((why, end) -> nothingIsSent(
                moment,
                why,
                () -> {
                    long id = invited(ada, grace);
                    notifications.markRead(grace, Long.MAX_VALUE);
                    exchanges.say(ada, id, "One thing more.");
                    return id;
                },
                end,
                "grace"));
    }

    @ParameterizedTest
    @EnumSource
    void ofAnAcceptance(Moment moment) {
        Map<String, LongConsumer> ends = new LinkedHashMap<>();
        ends.put("removed quietly", _ -> ties.remove(grace, ada));
        ends.put("blocked", _ -> ties.block(grace, ada));
        ends.put("suspended", _ -> members.suspend(grace));
        ends.forEach((why, end) -> nothingIsSent(
                moment,
                why,
                () -> {
                    long id = invited(ada, grace);
                    invitations.accept(grace, id);
                    return id;
                },
                end,
                "ada"));
    }

    @ParameterizedTest
    @EnumSource
    void ofAnIntroductionThatIsAsked(Moment moment) {
        Map<String, LongConsumer> ends = new LinkedHashMap<>();
        ends.put("withdrawn", id -> introductions.withdraw(ada, id));
        ends.put("declined", id -> introductions.decline(edsger, id));
        ends.put("the asker is blocked by the connector", _ -> ties.block(edsger, ada));
        ends.put("the two others are separated", _ -> ties.block(grace, ada));
        ends.put("the target is gone", _ -> members.delete(grace));
        ends.forEach((why, end) -> nothingIsSent(moment, why, this::askedForAnIntroduction, end, "edsger"));
    }

    @ParameterizedTest
    @EnumSource
    void ofAnIntroductionThatIsForwarded(Moment moment) {
        Map<String, LongConsumer> ends = new LinkedHashMap<>();
        ends.put("withdrawn", id -> introductions.withdraw(ada, id));
        ends.put("declined", id -> introductions.decline(grace, id));
        ends.put("the connection to the connector is removed", _ -> ties.remove(grace, edsger));
        ends.put("the asker is suspended", _ -> members.suspend(ada));
        ends.forEach((why, end) -> nothingIsSent(
                moment,
                why,
                () -> {
                    long id = askedForAnIntroduction();
                    introductions.forward(edsger, id, new IntroductionText("I have worked with her for years."));
                    return id;
                },
                end,
                "grace"));
    }

    /// Fresh people for each, so that none stands in another's way.
    private void nothingIsSent(Moment moment, String why, LongSupplier event, LongConsumer end, String reader) {
        people();
        long id = event.getAsLong();
        if (moment == Moment.IN_THE_OUTBOX) {
            clock.forward(NotificationMails.DELAY);
            mails.queueDue();
        }
        end.accept(id);
        afterTheDelay();
        MailRuns.run(server);
        assertThat(mailsTo(whom(reader))).as(why).isEmpty();
    }

    private MemberId whom(String reader) {
        return switch (reader) {
            case "ada" -> ada;
            case "grace" -> grace;
            default -> edsger;
        };
    }
}
