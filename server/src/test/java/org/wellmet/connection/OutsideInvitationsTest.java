package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.account.Errands;
import org.wellmet.account.JoinPolicy;
import org.wellmet.account.NetworkSettings;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;

/// Inviting people who are not here, by one mail or by a link.
class OutsideInvitationsTest extends ConnectionTest {
    private static final String WORDS = "We would like to have you with us, dear friend.";
    private static final String PASSWORD = "four quiet herons wade";
    private static final AtomicInteger PLACES = new AtomicInteger();

    @Autowired
    private NetworkSettings network;

    @Autowired
    private Gates gates;

    @Autowired
    private Errands errands;

    private MemberId ada;

    @BeforeEach
    void anyoneMayJoin() {
        ada = aMember("Ada Lovelace");
        policy(JoinPolicy.ANYONE);
    }

    @AfterEach
    void anyoneMayJoinAgain() {
        policy(JoinPolicy.ANYONE);
    }

    @Test
    void whoJoinsByTheMailFindsTheInvitationWaiting() {
        String email = email("joins");
        assertThat(byMail(ada, email).status()).isEqualTo(303);
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
    void aMailsSecretWorksForItsAddressAloneAndSparesNoApproval() {
        policy(JoinPolicy.APPROVAL);
        String email = email("bound");
        byMail(ada, email);
        String path = linkIn(email, "/welcome/");

        MemberId other = join(newcomer(), path, email("another"));
        assertThat(invitations.received(other)).isEmpty();
        MemberId joined = join(newcomer(), path, email);

        assertThat(members.find(joined).orElseThrow().status()).isEqualTo(MemberStatus.WAITING);
        assertThat(invitations.received(joined)).isEmpty();
        visitor(anOperator("Op Erator")).post("/operator/waiting/" + joined.value() + "/approve");
        assertThat(members.find(joined).orElseThrow().status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(invitations.received(joined)).hasSize(1);
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

    @Test // T16
    void whetherAnAddressHasAnAccountMakesNoDifference() {
        String known = email("known");
        account(aMember("Known"), known);
        String unknown = email("unknown");

        Visitor.Answer toKnown = byMail(ada, known);
        Visitor.Answer toUnknown = byMail(ada, unknown);

        assertThat(toKnown.status()).isEqualTo(toUnknown.status()).isEqualTo(303);
        assertThat(toKnown.bytes()).isEqualTo(toUnknown.bytes());
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
                    .isEqualTo(303);
        }
        assertThat(mails(email)).isEqualTo(OutsideInvitations.TARGET.count());

        MemberId eager = aMember("Eager");
        for (int i = 0; i < OutsideInvitations.MAILS.count(); i++) {
            byMail(eager, email("eager"));
        }
        String full = state(eager);
        assertThat(byMail(eager, email("eager")).status()).isEqualTo(429);
        assertThat(state(eager)).isEqualTo(full);
    }

    @Test // T11
    void whoIsBlockedReachesNobodyByMailAndIsToldNothing() {
        MemberId grace = aMember("Grace Hopper");
        String email = email("blocked");
        account(grace, email);
        ties.block(grace, ada);

        assertThat(byMail(ada, email).status()).isEqualTo(303);
        assertThat(mails(email)).isZero();
    }

    @Test // T17, T13
    void lookingChangesNothingAndOfSixtyFourWhoFollowAtOnceAsManyPassAsMay()
            throws ExecutionException, InterruptedException {
        String link = link(ada, 3);
        String before = state(ada);
        for (String method : List.of("GET", "HEAD")) {
            newcomer().send(method, link, "text/plain", new byte[0]);
        }
        assertThat(state(ada)).isEqualTo(before);

        List<Callable<Integer>> follows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor visitor = visitor(aMember("Follower"));
            visitor.get("/test/csrf");
            for (int again = 0; again < 8; again++) {
                follows.add(() -> visitor.post(link).status());
            }
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(follows.size())) {
            for (Future<Integer> answer : threads.invokeAll(follows)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 303).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 404).hasSize(61);
        assertThat(invitations.sentCount(ada)).isEqualTo(3);
    }

    @Test
    void whatIsTakenBackOpensNoLonger() {
        String link = link(ada, 1);
        long id = idOfTheOnly(ada);
        assertThat(visitor(aMember("Mallory"))
                        .post("/invitations/outside/" + id + "/revoke")
                        .status())
                .isEqualTo(404);
        assertThat(newcomer().get(link).status()).isEqualTo(200);

        assertThat(visitor(ada).post("/invitations/outside/" + id + "/revoke").status())
                .isEqualTo(303);

        assertThat(newcomer().get(link).status()).isEqualTo(404);
        assertThat(visitor(aMember("Late")).post(link).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whoFollowsOpensTheirGateToTheInviterAlone(Gate gate) {
        MemberId follower = aMember("Follower");
        gates.choose(follower, gate);

        visitor(follower).post(link(ada, 1));

        assertThat(invitations.received(follower))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.inviter()).isEqualTo(ada));
        assertThat(gates.of(follower)).isEqualTo(gate);
    }

    @Test
    void whereTooManyWaitItComesAtALaterSignIn() {
        String email = email("later");
        byMail(ada, email);
        List<Long> waiting = waitingOf(ada, Allowance.MOST_WAITING);
        MemberId grace = join(newcomer(), linkIn(email, "/welcome/"), email);
        assertThat(invitations.received(grace)).isEmpty();
        sql.sql("DELETE FROM invitation WHERE inviter_id = :ada AND id = :id")
                .param("ada", ada.value())
                .param("id", waiting.getFirst())
                .update();

        Visitor browser = newcomer();
        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD)
                        .status())
                .isEqualTo(303);

        assertThat(invitations.received(grace)).hasSize(1);
    }

    @Test // T12
    void whatIsTakenBackBeforeItsJoinerIsLetInIsNotSent() {
        policy(JoinPolicy.APPROVAL);
        String email = email("regretted");
        byMail(ada, email);
        MemberId joined = join(newcomer(), linkIn(email, "/welcome/"), email);
        assertThat(visitor(ada).get("/invitations/outside").body()).contains("/revoke\"");

        assertThat(visitor(ada)
                        .post("/invitations/outside/" + idOfTheOnly(ada) + "/revoke")
                        .status())
                .isEqualTo(303);
        visitor(anOperator("Op Erator")).post("/operator/waiting/" + joined.value() + "/approve");

        assertThat(members.find(joined).orElseThrow().status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(invitations.received(joined)).isEmpty();
        assertThat(visitor(ada).get("/api/invitations/outside").body()).contains("\"state\":\"REVOKED\"");
        assertThat(visitor(ada).get("/invitations/outside").body()).doesNotContain("/revoke\"");
    }

    @Test // T12
    void nothingIsSentInTheNameOfWhoIsShutOut() {
        policy(JoinPolicy.APPROVAL);
        String email = email("shut");
        byMail(ada, email);
        MemberId joined = join(newcomer(), linkIn(email, "/welcome/"), email);
        members.suspend(ada);

        visitor(anOperator("Op Erator")).post("/operator/waiting/" + joined.value() + "/approve");

        assertThat(sql.sql("SELECT count(*) FROM invitation WHERE inviter_id = :ada")
                        .param("ada", ada.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasDeliveredIsNotTakenBackHere() {
        String link = link(ada, 1);
        visitor(aMember("Follower")).post(link);
        String before = state(ada);

        assertThat(visitor(ada)
                        .post("/invitations/outside/" + idOfTheOnly(ada) + "/revoke")
                        .status())
                .isEqualTo(404);
        assertThat(state(ada)).isEqualTo(before);
    }

    @Test // T18
    void exactlyOneAddressAndNoWebAddressAreTaken() {
        String before = state(ada);
        for (String email : List.of("a@example.org,b@example.org", "nobody", "")) {
            assertThat(byMail(ada, email).status()).as(email).isEqualTo(422);
        }
        assertThat(json(ada, "{\"email\":[\"a@example.org\"],\"why\":\"" + WORDS + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(visitor(ada)
                        .post(
                                "/invitations/outside",
                                "way",
                                "MAIL",
                                "email",
                                email("web"),
                                "why",
                                WORDS + " https://example.com")
                        .status())
                .isEqualTo(422);
        assertThat(state(ada)).isEqualTo(before);
    }

    private long idOfTheOnly(MemberId inviter) {
        return sql.sql("SELECT id FROM outside_invitation WHERE member_id = :inviter")
                .param("inviter", inviter.value())
                .query(Long.class)
                .single();
    }

    /// Invitations of the inviter that wait, without the ceremony.
    private List<Long> waitingOf(MemberId inviter, int count) {
        return sql.sql("""
                        WITH invitee AS (
                            INSERT INTO member (handle, name, status, joined_at)
                            SELECT 'invitee-' || substr(md5(random()::text || number), 1, 24), 'Invitee', 'ACTIVE', now()
                              FROM generate_series(1, :count) AS number
                            RETURNING id)
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at)
                        SELECT :inviter, id, 'PENDING', 'OTHER', 'We wait', false, 'Because they all have to wait.',
                               now(), now() + interval '60 days'
                          FROM invitee
                        RETURNING id
                        """)
                .param("count", count)
                .param("inviter", inviter.value())
                .query(Long.class)
                .list();
    }

    @Test // T15
    void aMailsWordsBecomeNoLinkInAMailProgram() {
        String before = state(ada);
        for (String words : List.of(
                "Look at evil.com/win, dear friend.",
                "Write to me@evil.example, dear friend.",
                "Look at www.x, my dear dear friend.",
                "Look at évil。com, my dear dear friend.",
                "Look at evil\uFF0Ecom, my dear dear friend.",
                "Look at evil.\u200Bcom, my dear dear friend.",
                "Look at भारत.भारत, my dear dear friend.",
                "We would like to have you here.Then we dine.")) {
            Visitor.Answer answer =
                    visitor(ada).post("/invitations/outside", "way", "MAIL", "email", email("w"), "why", words);
            assertThat(answer.status()).as(words).isEqualTo(422);
            assertThat(answer.page().text()).contains("put a space after each full stop");
        }
        assertThat(state(ada)).isEqualTo(before);
        for (String words : List.of(
                "Wait… what? e.g. 3.14 at 5 p.m. with the U.S. friends.",
                "Well...that is it. See you on 12.11. at noon; bring Ph.D. friends.")) {
            assertThat(OutsideLetter.hasWebAddress(words)).as(words).isFalse();
        }
    }

    @Test // T15
    void anInvitersNameBecomesNoLinkInAMailProgram() {
        String email = email("named");
        byMail(aMember("https://evil.com Win"), email);
        awaitErrands();

        assertThat(sql.sql("SELECT subject || ' ' || body FROM mail WHERE to_address = :to")
                        .param("to", email)
                        .query(String.class)
                        .single())
                .contains("evil. com Win invites you")
                .doesNotContain("evil.com", "https://evil", "https evil.com");
        assertThat(byMail(aMember("a.".repeat(60)), email("dots")).status()).isEqualTo(303);
        assertThat(byMail(aMember("🦆".repeat(120)), email("ducks")).status()).isEqualTo(303);
        assertThat(OutsideLetter.unlinked("J.R.R. Tolkien jr.")).isEqualTo("J. R. R. Tolkien jr.");
    }

    @Test
    void anAddressIsKeptForAYearAndThenForgotten() {
        String first = email("first");
        byMail(ada, first);
        daysPass(364);
        assertThat(byMail(ada, first).status()).as("mailed before").isEqualTo(409);
        daysPass(2);

        assertThat(byMail(ada, email("second")).status()).isEqualTo(303);

        assertThat(state(ada)).doesNotContain(first);
        assertThat(byMail(ada, first).status()).isEqualTo(303);
    }

    private void daysPass(int days) {
        sql.sql("""
                        UPDATE outside_invitation
                           SET created_at = created_at - make_interval(days => :days),
                               expires_at = expires_at - make_interval(days => :days)
                         WHERE member_id = :ada
                        """).param("days", days).param("ada", ada.value()).update();
    }

    private String link(MemberId inviter, int uses) {
        String body = json(inviter, "{\"why\":\"%s\",\"uses\":%d}".formatted(WORDS, uses))
                .body();
        int start = body.indexOf("/welcome/");
        return body.substring(start, body.indexOf('"', start));
    }

    private Visitor.Answer byMail(MemberId inviter, String email) {
        return visitor(inviter).post("/invitations/outside", "way", "MAIL", "email", email, "why", WORDS);
    }

    private Visitor.Answer json(MemberId inviter, String body) {
        return visitor(inviter)
                .send("POST", "/api/invitations/outside", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private MemberId join(Visitor newcomer, String welcome, String email) {
        String secret = welcome.substring("/welcome/".length());
        assertThat(newcomer.get("/join?welcome=" + secret).page().select("input[name=welcome]"))
                .hasSize(1);
        newcomer.post("/join", "name", "New Comer", "email", email, "password", PASSWORD, "welcome", secret);
        newcomer.post(linkIn(email, "/join/confirm/"), "password", PASSWORD);
        return sql.sql("SELECT member_id FROM account WHERE email = :email")
                .param("email", email)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .single();
    }

    private void account(MemberId member, String email) {
        sql.sql("""
                        INSERT INTO account (member_id, email, password, password_at, created_at)
                        VALUES (:id, :email, '$argon2id$x', now(), now())
                        """).param("id", member.value()).param("email", email).update();
    }

    private Visitor newcomer() {
        return aStranger().with("X-Forwarded-For", "10.77.%d.1".formatted(PLACES.incrementAndGet() % 250));
    }

    private static String email(String name) {
        return name + "." + PLACES.incrementAndGet() + ".outside@example.org";
    }

    private void awaitErrands() {
        try {
            assertThat(errands.awaitDone()).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private long mails(String email) {
        awaitErrands();
        return sql.sql("SELECT count(*) FROM mail WHERE to_address = :to")
                .param("to", email)
                .query(Long.class)
                .single();
    }

    private String linkIn(String email, String beginning) {
        awaitErrands();
        String body = sql.sql("SELECT body FROM mail WHERE to_address = :to ORDER BY id DESC LIMIT 1")
                .param("to", email)
                .query(String.class)
                .single();
        int start = body.indexOf(beginning);
        return body.substring(start).split("\\s", 2)[0];
    }

    private void policy(JoinPolicy policy) {
        network.change(ada, setting -> setting.joinedBy(policy, List.of()));
    }
}
