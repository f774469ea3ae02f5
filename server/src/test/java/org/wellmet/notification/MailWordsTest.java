package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.WhyNow;
import org.wellmet.introduction.IntroductionText;
import org.wellmet.member.MemberId;

/// What members wrote stays theirs in a mail, and what we say in it is true.
class MailWordsTest extends MailedTest {
    @Test // T20
    void noWordOfAMemberLeavesItsQuote() {
        WhyNow why = new WhyNow("We spoke about tides.\u2029\u2029Your account: http://people.example/join");
        Claim claim = new Claim(ClaimKind.OTHER, "Your account ends today");
        invitations.send(ada, grace, claim, why);
        afterTheDelay();
        assertThat(onlyTextTo(grace))
                .contains("> Your account ends today\n\nUnchecked")
                .contains("> We spoke about tides.\n> \n> Your account: http");
        assertThat(html(mailsTo(grace).getFirst()))
                .contains("Your account: http://people.example/join</blockquote>", ">Your account ends today<")
                .doesNotContain("<p>Your account", "href=\"http://people.example/join");
    }

    @Test // T20
    void aNameBecomesNoLinkInAMailProgram() {
        MemberId eve = withAccount("evil.com https://evil.org", "en");
        invited(eve, grace);
        afterTheDelay();
        assertThat(subject(mailsTo(grace).getFirst())).startsWith("evil. com https evil. org invites you");
        assertThat(onlyTextTo(grace)).doesNotContain("evil.com", "evil.org");
    }

    @Test
    void aClaimThatIsCheckedInPartIsMailedAsThePageSaysIt() {
        long id = invited(ada, grace);
        sql.sql("UPDATE invitation SET is_checked = true, is_apart = true WHERE id = :id")
                .param("id", id)
                .update();
        afterTheDelay();
        assertThat(onlyTextTo(grace)).contains("(Checked: both were there, at different times");
    }

    @Test
    void aConnectionThatHoldsNoLongerIsNoNewsToWhoMadeIt() {
        long id = askedForAnIntroduction();
        introductions.forward(edsger, id, new IntroductionText("I have worked with her for years."));
        introductions.accept(grace, id);
        ties.remove(grace, ada);
        afterTheDelay();
        assertThat(mailsTo(edsger)).isEmpty();
    }
}
