package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;

/// T8: where a member is signed in, and all that ends it.
class SessionsTest extends AccountTest {
    private static final String OTHER_PASSWORD = "seven loud magpies argue";

    @Autowired
    Sessions sessions;

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        aMemberWithAccount("Ada Many", "ada.many@example.org");
        Visitor here = signedIn("ada.many@example.org");
        Visitor there =
                newcomer().with("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        there.post("/sign-in", "email", "ada.many@example.org", "password", PASSWORD);

        Answer listed = here.get("/settings/sign-in");
        assertThat(listed.page().text()).contains("Firefox on Linux").contains("This one");
        String end = listed.page().select("form[action*=/sessions/]").attr("action");
        assertThat(here.post(end).status()).isEqualTo(303);

        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        assertThat(here.post(end).status()).as("ended already").isEqualTo(404);
    }

    @Test // T9
    void nobodyEndsASessionOfSomebodyElse() {
        MemberId ada = aMemberWithAccount("Ada Safe", "ada.safe@example.org");
        aMemberWithAccount("Eve Curious", "eve.curious@example.org");
        Visitor adas = signedIn("ada.safe@example.org");
        String name = sessions.of(ada).getFirst().key().name();

        assertThat(signedIn("eve.curious@example.org")
                        .post("/settings/sign-in/sessions/" + name + "/end")
                        .status())
                .isEqualTo(404);
        assertThat(isSignedIn(adas)).isTrue();
    }

    @Test
    void aPasswordChangeEndsTheOthersAndKeepsThisOne() {
        aMemberWithAccount("Bea Change", "bea.change@example.org");
        Visitor here = signedIn("bea.change@example.org");
        Visitor there = signedIn("bea.change@example.org");
        assertThat(isSignedIn(there)).isTrue(); // and so the cache knows it

        assertThat(here.post("/settings/password", "old", "not the password", "password", OTHER_PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(isSignedIn(there)).isTrue();
        assertThat(here.post("/settings/password", "old", PASSWORD, "password", OTHER_PASSWORD)
                        .status())
                .isEqualTo(303);

        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        assertThat(lastMail("bea.change@example.org")).contains("was changed");
        assertThat(newcomer()
                        .post("/sign-in", "email", "bea.change@example.org", "password", PASSWORD)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aResetEndsAllAndItsLinkWorksOnce() {
        aMemberWithAccount("Cleo Reset", "cleo.reset@example.org");
        Visitor here = signedIn("cleo.reset@example.org");
        newcomer().post("/forgot", "email", "cleo.reset@example.org");
        String link = linkIn(lastMail("cleo.reset@example.org"), "/forgot/");

        assertThat(newcomer().get(link).status()).isEqualTo(200); // T17
        assertThat(isSignedIn(here)).isTrue();
        assertThat(newcomer().post(link, "password", OTHER_PASSWORD).status()).isEqualTo(303);

        assertThat(isSignedIn(here)).isFalse();
        assertThat(newcomer().post(link, "password", PASSWORD).status()).isEqualTo(404);
        assertThat(newcomer()
                        .post("/sign-in", "email", "cleo.reset@example.org", "password", OTHER_PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test // T16
    void askingForAResetSaysTheSameWhoeverHasTheAddress() {
        aMemberWithAccount("Dora Reset", "dora.reset@example.org");

        Answer known = newcomer().post("/forgot", "email", "dora.reset@example.org");
        Answer unknown = newcomer().post("/forgot", "email", "dora.nobody@example.org");

        assertThat(known.status()).isEqualTo(303).isEqualTo(unknown.status());
        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(known.bytes()).isEqualTo(unknown.bytes());
        assertThat(mailCount("dora.nobody@example.org")).isZero();
    }

    @Test // T16
    void anAnswerAboutAResetDoesNotWaitUntilItIsKnownWhoHasTheAddress() {
        aMemberWithAccount("Dov Reset", "dov.reset@example.org");
        Visitor asks = newcomer();
        transactions.run(() -> {
            sql.sql("LOCK TABLE account, account_proof, mail IN ACCESS EXCLUSIVE MODE")
                    .update();
            assertThat(asks.post("/forgot", "email", "dov.reset@example.org").status())
                    .isEqualTo(303);
            assertThat(asks.post("/forgot", "email", "dov.nobody@example.org").status())
                    .isEqualTo(303);
        });

        assertThat(mailCount("dov.reset@example.org")).isEqualTo(1);
        assertThat(mailCount("dov.nobody@example.org")).isZero();
    }

    @Test // T16
    void askingForAnAddressWritesTheSameRowsWhoeverHasIt() {
        aMemberWithAccount("Ned Has", "ned.has@example.org");
        MemberId olga = aMemberWithAccount("Olga Wants", "olga.wants@example.org");
        MemberId pim = aMemberWithAccount("Pim Wants", "pim.wants@example.org");

        signedIn("olga.wants@example.org").post("/settings/address", "old", PASSWORD, "email", "ned.has@example.org");
        signedIn("pim.wants@example.org").post("/settings/address", "old", PASSWORD, "email", "ned.not@example.org");

        assertThat(proofCount(olga)).isEqualTo(proofCount(pim)).isEqualTo(1);
        assertThat(mailCount("ned.has@example.org"))
                .isEqualTo(mailCount("ned.not@example.org"))
                .isEqualTo(1);
    }

    private long proofCount(MemberId member) {
        return sql.sql("SELECT count(*) FROM account_proof WHERE member_id = :member")
                .param("member", member.value())
                .query(Long.class)
                .single();
    }

    @Test
    void aLinkThatWasUsedLooksLikeOneThatNeverWasAndSaysWhatToDo() {
        aMemberWithAccount("Quin Reset", "quin.reset@example.org");
        newcomer().post("/forgot", "email", "quin.reset@example.org");
        String link = linkIn(lastMail("quin.reset@example.org"), "/forgot/");
        newcomer().post(link, "password", OTHER_PASSWORD);

        Answer used = newcomer().get(link);
        assertThat(used.page().select("h1").text()).isEqualTo("This link was used or is too old");
        assertThat(used.page().select("main a.go").attr("href")).isEqualTo("/forgot");
        assertThat(withoutTokens(used).replace(link, "/forgot/never-was"))
                .isEqualTo(withoutTokens(newcomer().get("/forgot/never-was")));
        assertThat(newcomer()
                        .get("/address/never-was")
                        .page()
                        .select("main a.go")
                        .attr("href"))
                .isEqualTo("/settings/sign-in");
        assertThat(newcomer()
                        .get("/join/confirm/never-was")
                        .page()
                        .select("main a.go")
                        .attr("href"))
                .isEqualTo("/sign-in");
    }

    @Test
    void withoutAMailServerThePagesSayWhoHasTheLink() {
        aMemberWithAccount("Rex Unmailed", "rex.unmailed@example.org");
        Visitor rex = newcomer();

        assertThat(rex.follow(rex.post("/forgot", "email", "rex.unmailed@example.org"))
                        .body())
                .contains("This network sends no mail yet")
                .doesNotContain("mailbox");
        assertThat(rex.get("/join/sent").body())
                .contains("lies with the operator")
                .doesNotContain("mailbox");
    }

    @Test
    void aChangedPasswordTakesTheResetLinkAlong() {
        aMemberWithAccount("Emma Pending", "emma.pending@example.org");
        newcomer().post("/forgot", "email", "emma.pending@example.org");
        String link = linkIn(lastMail("emma.pending@example.org"), "/forgot/");

        signedIn("emma.pending@example.org").post("/settings/password", "old", PASSWORD, "password", OTHER_PASSWORD);

        assertThat(newcomer().get(link).status()).isEqualTo(404);
    }

    @Test
    void anotherAddressHoldsOnceItIsProvedAndEndsTheOthers() {
        aMemberWithAccount("Fay Moves", "fay.old@example.org");
        Visitor here = signedIn("fay.old@example.org");
        Visitor there = signedIn("fay.old@example.org");

        here.post("/settings/address", "old", PASSWORD, "email", "Fay.New@example.org");
        String link = linkIn(lastMail("fay.new@example.org"), "/address/");
        assertThat(newcomer().get(link).status()).isEqualTo(200); // T17
        assertThat(isSignedIn(there)).isTrue();
        assertThat(here.post(link).status()).isEqualTo(303);

        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        assertThat(lastMail("fay.old@example.org")).contains("another mail address");
        assertThat(newcomer()
                        .post("/sign-in", "email", "fay.new@example.org", "password", PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(here.post(link).status()).isEqualTo(404);
    }

    @Test // T16
    void anAddressOfSomebodyElseIsAskedForWithTheSameBytes() {
        aMemberWithAccount("Gil Has", "gil.has@example.org");
        aMemberWithAccount("Hal Wants", "hal.wants@example.org");
        Visitor hal = signedIn("hal.wants@example.org");

        Answer taken = hal.post("/settings/address", "old", PASSWORD, "email", "gil.has@example.org");
        Answer free = hal.post("/settings/address", "old", PASSWORD, "email", "gil.has.not@example.org");

        assertThat(taken.status()).isEqualTo(free.status()).isEqualTo(303);
        assertThat(taken.header("Location")).isEqualTo(free.header("Location"));
        assertThat(lastMail("gil.has@example.org")).contains("Somebody tried").doesNotContain("/address/");
    }

    @Test
    void aSuspensionActsOnTheNextRequestAndLetsNobodyIn() {
        MemberId ida = aMemberWithAccount("Ida Suspended", "ida.suspended@example.org");
        Visitor idas = signedIn("ida.suspended@example.org");
        assertThat(isSignedIn(idas)).isTrue();
        Visitor operator = visitor(anOperator("Op Suspends"));

        assertThat(operator.post("/operator/members/" + ida.value() + "/suspend")
                        .status())
                .isEqualTo(303);

        assertThat(isSignedIn(idas)).isFalse();
        assertThat(newcomer()
                        .post("/sign-in", "email", "ida.suspended@example.org", "password", PASSWORD)
                        .status())
                .isEqualTo(422);
        operator.post("/operator/members/" + ida.value() + "/lift");
        assertThat(isSignedIn(idas)).as("the old session stays ended").isFalse();
        assertThat(isSignedIn(signedIn("ida.suspended@example.org"))).isTrue();
    }

    @Test
    void anyChangeOfStandingActsOnAWarmSession() {
        MemberId jo = aMemberWithAccount("Jo Standing", "jo.standing@example.org");
        Visitor jos = signedIn("jo.standing@example.org");
        assertThat(isSignedIn(jos)).isTrue();

        members.suspend(jo);

        assertThat(isSignedIn(jos)).isFalse();
    }

    @Test
    void aWarmSessionIsNotAskedOfTheDatabase() {
        MemberId kim = aMemberWithAccount("Kim Warm", "kim.warm@example.org");
        Visitor kims = signedIn("kim.warm@example.org");
        assertThat(isSignedIn(kims)).isTrue();

        sql.sql("DELETE FROM session WHERE member_id = :id")
                .param("id", kim.value())
                .update(); // behind the front door's back
        assertThat(isSignedIn(kims)).as("still from the cache").isTrue();

        sessions.endAll(kim);
        assertThat(isSignedIn(kims)).as("the end clears the cache").isFalse();
    }

    @Test
    void theTableHoldsNothingThatSignsIn() {
        aMemberWithAccount("Lea Hash", "lea.hash@example.org");
        Answer answer = newcomer().post("/sign-in", "email", "lea.hash@example.org", "password", PASSWORD);
        String cookie = answer.response().headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("wellmet="))
                .map(value -> value.substring("wellmet=".length(), value.indexOf(';')))
                .findFirst()
                .orElseThrow();
        String secret = cookie.substring(cookie.indexOf('-') + 1);

        long found = sql.sql("SELECT count(*) FROM session WHERE session::text LIKE '%' || :secret || '%'")
                .param("secret", secret)
                .query(Long.class)
                .single();

        assertThat(found).isZero();
    }

    @Test
    void whoLeavesIsGone() {
        MemberId max = aMemberWithAccount("Max Leaves", "max.leaves@example.org");
        Visitor here = signedIn("max.leaves@example.org");
        Visitor there = signedIn("max.leaves@example.org");

        assertThat(here.post("/settings/leave", "old", "not the password").status())
                .isEqualTo(422);
        assertThat(members.find(max)).isPresent();
        assertThat(here.post("/settings/leave", "old", PASSWORD).status()).isEqualTo(303);

        assertThat(members.find(max)).isEmpty();
        assertThat(isSignedIn(here)).isFalse();
        assertThat(isSignedIn(there)).isFalse();
        assertThat(sql.sql("SELECT count(*) FROM change WHERE kind = 'member.deleted' AND member_id = :id")
                        .param("id", max.value())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(newcomer()
                        .post("/sign-in", "email", "max.leaves@example.org", "password", PASSWORD)
                        .status())
                .isEqualTo(422);
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.get("/settings/sign-in").status() == 200;
    }
}
