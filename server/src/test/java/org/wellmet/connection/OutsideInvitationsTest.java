package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.account.Errands;
import org.wellmet.account.JoinPolicy;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;

/// Inviting people who are not here, by one mail.
class OutsideInvitationsTest extends OutsideTest {
    @Autowired
    private Errands errands;

    @Autowired
    private Limits limits;

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// What the page says of the invitation, without the secret.
    private static String said(Visitor.Answer answer) {
        return answer.page().select("main .notice").text().replaceAll("/welcome/\\S+", "/welcome/-");
    }

    @Test
    void whoJoinsByTheMailFindsTheInvitationWaiting() {
        String email = email("joins");
        assertThat(byMail(ada, email).status()).isEqualTo(200);
        assertThat(mails(email)).isEqualTo(1);
        String path = linkIn(email, "/welcome/");
        Visitor newcomer = newcomer();
        Visitor.Answer page = newcomer.get(path);
        assertThat(page.page().text()).contains("Ada Lovelace invites you", WORDS);

        MemberId joined = join(newcomer, path, email);

        Invitation waiting = invitations.received(joined).getFirst();
        assertThat(waiting.inviter()).isEqualTo(ada);
        assertThat(waiting.isChecked()).isTrue();
        assertThat(waiting.claim().kind()).isEqualTo(ClaimKind.WELCOMED);
        assertThat(newcomer().get(path).status()).as("used").isEqualTo(404);
        assertThat(visitor(ada).get("/api/invitations/outside").body()).contains("\"state\":\"USED\"");
        assertThat(sql.sql("SELECT coalesce(sum(used), 0) FROM invitation_meter WHERE member_id = :id")
                        .param("id", ada.value())
                        .query(Integer.class)
                        .single())
                .as("it was paid for")
                .isZero();
    }

    @Test // T12
    void whereOnlyOperatorsLinksAdmitNoInvitationDoes() {
        policy(JoinPolicy.LINK);
        String email = email("link");
        String before = state(ada);

        assertThat(byMail(ada, email).status()).isEqualTo(409);
        assertThat(json(ada, "{\"why\":\"" + WORDS + "\"}").body()).contains("problem:not-admitted");
        assertThat(state(ada)).isEqualTo(before);
        assertThat(mails(email)).isZero();
        assertThat(newcomer()
                        .post("/join", "name", "Eve", "email", email, "password", PASSWORD, "welcome", "anything")
                        .status())
                .isEqualTo(422);
    }

    /// Work that waits elsewhere holds no invitation up, and a crash after the answer loses none.
    @Test
    void theMailIsWrittenWithTheInvitationAndNotAfterIt() {
        CountDownLatch isDone = new CountDownLatch(1);
        errands.take(() -> awaitUninterruptibly(isDone));
        try {
            String email = email("survives");

            assertThat(byMail(ada, email).status()).isEqualTo(200);

            assertThat(mails(email)).isEqualTo(1);
        } finally {
            isDone.countDown();
        }
    }

    @Test
    void whereNoMailServerIsSetTheInviterIsToldAndGetsTheLink() {
        String email = email("handed");

        Visitor.Answer answer = byMail(ada, email);

        assertThat(answer.page().text())
                .contains("no mail went out", "The mail lies with the operator")
                .doesNotContain("on its way");
        String shown = answer.page().select("#link").text();
        assertThat(shown).endsWith(linkIn(email, "/welcome/"));
        assertThat(answer.page().select("button[data-copy=link]")).hasSize(1);
        MemberId joined = join(newcomer(), shown.substring(shown.indexOf("/welcome/")), email);
        assertThat(invitations.received(joined)).hasSize(1);
        assertThat(json(ada, "{\"email\":\"" + email("json") + "\",\"why\":\"" + WORDS + "\"}")
                        .body())
                .contains("\"status\":\"laid\"", "/welcome/");
    }

    @Test // T12, T16
    void whoJoinsByTheMailReadsWhoInvitesAndFindsTheAddressTyped() {
        String email = email("carried");
        byMail(ada, email);
        String secret = linkIn(email, "/welcome/").substring("/welcome/".length());

        Document form = newcomer().get("/join?welcome=" + secret).page();

        assertThat(form.text()).contains("Ada Lovelace invites you.", "the address that it was sent to");
        assertThat(form.select("#email").val()).isEqualTo(email);
        Document bare = newcomer().get("/join").page();
        Document wrong =
                newcomer().get("/join?welcome=" + "x".repeat(secret.length())).page();
        assertThat(wrong.select("main").text()).isEqualTo(bare.select("main").text());
        assertThat(wrong.select("#email").val()).isEmpty();
        Visitor.Answer again =
                newcomer().post("/join", "name", "", "email", "other@example.org", "password", "x", "welcome", secret);
        assertThat(again.page().text()).contains("Ada Lovelace invites you.");
        assertThat(again.page().select("#email").val()).isEqualTo("other@example.org");
    }

    @Test
    void theFormSaysOfTheWordsWhatItsLabelSays() {
        Visitor.Answer answer =
                visitor(ada).post("/invitations/outside", "way", "MAIL", "email", email("short"), "why", "Too short");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("label[for=why]").text()).startsWith("Your words to them");
        assertThat(answer.page().select("[role=alert]").text())
                .contains("Your words to them")
                .doesNotContain("Why now");
        assertThat(answer.page().select(".by-mail #email")).hasSize(1);
        assertThat(answer.page().select(".by-link #uses, .by-link #note")).hasSize(2);
    }

    @Test
    void whereOperatorsAdmitTheNextStepIsNamed() {
        policy(JoinPolicy.LINK);
        MemberId operator = anOperator("Olga Operator");

        assertThat(visitor(operator).get("/invitations/outside").page().select("main a[href=/operator/links]"))
                .hasSize(1);
        Document page = visitor(ada).get("/invitations/outside").page();
        assertThat(page.select("main a[href=/search]")).hasSize(1);
        assertThat(page.select("main a[href^=/in/]")).isNotEmpty();
        assertThat(page.select("main a[href=/operator/links]")).isEmpty();
    }

    @Test // T16
    void whetherAnAddressHasAnAccountMakesNoDifference() {
        String known = email("known");
        account(aMember("Known"), known);
        String unknown = email("unknown");

        Visitor.Answer toKnown = byMail(ada, known);
        visitor(ada).post("/invitations/outside/" + idOfTheOnly(ada) + "/revoke");
        Visitor.Answer toUnknown = byMail(ada, unknown);

        assertThat(toKnown.status()).isEqualTo(toUnknown.status()).isEqualTo(200);
        assertThat(said(toKnown)).isEqualTo(said(toUnknown)).contains("no mail went out", "/welcome/-");
        assertThat(mails(known)).isEqualTo(mails(unknown)).isEqualTo(1);
        assertThat(invitations.sentCount(ada)).isZero();
        assertThat(json(ada, "{\"email\":\"" + known + "\",\"why\":\"" + WORDS + "\"}")
                        .body())
                .isEqualTo(json(ada, "{\"email\":\"" + unknown + "\",\"why\":\"" + WORDS + "\"}")
                        .body());
    }

    @Test // T15
    void nobodyIsMailedTwiceByOneNorOftenByMany() {
        String email = email("target");
        byMail(ada, email);
        String before = state(ada);
        assertThat(byMail(ada, email).status()).isEqualTo(409);
        assertThat(state(ada)).isEqualTo(before);
        for (int i = 0; i < 4; i++) {
            assertThat(byMail(aMember("Many"), email).status())
                    .as("told to nobody")
                    .isEqualTo(200);
        }
        assertThat(mails(email)).isEqualTo(OutsideAllowance.TARGET.count());

        MemberId eager = aMember("Eager");
        for (int i = 0; i < OutsideAllowance.MAILS.count(); i++) {
            byMail(eager, email("eager"));
        }
        String full = state(eager);
        assertThat(byMail(eager, email("eager")).status()).isEqualTo(429);
        assertThat(state(eager)).isEqualTo(full);
    }

    @Test // T15, T16
    void whereTheServersShareIsSpentNothingIsWrittenAndTheInviterMayTryAgain() {
        String known = email("known");
        account(aMember("Known"), known);
        String before = state(ada);
        String spend = """
                INSERT INTO mail_budget AS budget (hour, key, used)
                SELECT date_trunc('hour', now(), 'UTC') + make_interval(hours => ahead), 'everybody', 1000
                  FROM generate_series(0, 1) AS ahead
                    ON CONFLICT (hour, key) DO UPDATE SET used = budget.used + 1000
                """;
        sql.sql(spend).update();
        try {
            for (int tries = 0; tries < OutsideAllowance.MAILS.count(); tries++) {
                for (String email : List.of(known, email("unknown"))) {
                    assertThat(byMail(ada, email).status()).isEqualTo(429);
                    assertThat(mails(email)).isZero();
                }
            }
            assertThat(state(ada)).isEqualTo(before);
        } finally {
            sql.sql("UPDATE mail_budget SET used = greatest(1, used - 1000) WHERE key = 'everybody'")
                    .update();
        }
        assertThat(byMail(ada, known).status()).isEqualTo(200);
        assertThat(mails(known)).isEqualTo(1);
    }

    @Test // T15
    void whereAllTogetherHaveMailedEnoughNobodyLosesTheirOwnShare() {
        String spent = "connection.outside-everybody everybody";
        while (limits.take(OutsideAllowance.EVERYBODY, LimitKey.ofEverybody()) instanceof LimitOutcome.Allowed) {
            continue;
        }
        try {
            for (int tries = 0; tries <= OutsideAllowance.MAILS.count(); tries++) {
                assertThat(byMail(ada, email("full")).status()).isEqualTo(429);
            }
        } finally {
            sql.sql("DELETE FROM limit_bucket WHERE key = :key")
                    .param("key", spent)
                    .update();
        }
        for (int mail = 0; mail < OutsideAllowance.MAILS.count(); mail++) {
            assertThat(byMail(ada, email("room")).status()).isEqualTo(200);
        }
        assertThat(byMail(ada, email("over")).status()).isEqualTo(429);
    }

    @Test // T11
    void whoIsBlockedReachesNobodyByMailAndIsToldNothing() {
        MemberId grace = aMember("Grace Hopper");
        String email = email("blocked");
        account(grace, email);
        ties.block(grace, ada);

        assertThat(said(byMail(ada, email))).contains("no mail went out", "/welcome/-");
        assertThat(mails(email)).isZero();
    }

    @Test
    void anAddressIsKeptForAYearAndThenForgotten() {
        String first = email("first");
        byMail(ada, first);
        daysPass(364);
        assertThat(byMail(ada, first).status()).as("mailed before").isEqualTo(409);
        daysPass(2);

        assertThat(byMail(ada, email("second")).status()).isEqualTo(200);

        assertThat(state(ada)).doesNotContain(first);
        assertThat(byMail(ada, first).status()).isEqualTo(200);
    }

    private void daysPass(int days) {
        sql.sql("""
                        UPDATE outside_invitation
                           SET created_at = created_at - make_interval(days => :days),
                               expires_at = expires_at - make_interval(days => :days)
                         WHERE member_id = :ada
                        """).param("days", days).param("ada", ada.value()).update();
    }
}
