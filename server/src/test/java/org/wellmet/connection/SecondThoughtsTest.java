package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wellmet.CountedStatements;
import org.wellmet.Visitor;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;

/// A decline that its decliner takes back: nobody else ever learns of either.
@Import(CountedStatements.class)
class SecondThoughtsTest extends ConnectionTest {
    private static final String NONE = "{\"count\":0,\"invitations\":[],\"next\":\"\"}";

    @Autowired
    private Consents consents;

    @Autowired
    private Limits limits;

    private MemberId ada;
    private MemberId grace;
    private Invitation invitation;

    @BeforeEach
    void oneDeclined() {
        ada = aMember("Ada Lovelace");
        grace = aMember("Grace Hopper");
        invitation = invited(ada, grace);
        invitations.decline(grace, invitation.id());
    }

    @Test
    void oneButtonBesideTheNoticeLetsTheInvitationWaitAgain() {
        invited(aMember("Another"), grace);
        Visitor visitor = visitor(grace);
        Document page = visitor.get("/invitations?declined=" + invitation.id()).page();
        assertThat(page.select(".notice").text()).contains("You declined the invitation by Ada Lovelace", "Undo");

        Visitor.Answer undone = undo(visitor, page);

        assertThat(undone.header("Location")).isEqualTo("/invitations?back=" + invitation.id());
        Document after = visitor.follow(undone).page();
        assertThat(after.select(".notice").text()).contains("The decline is undone.");
        assertThat(after.select("li[autofocus] .who").text()).contains("Ada Lovelace");
        assertThat(invitations.received(grace)).contains(invitation);
        assertThat(changeCount(SecondThoughts.RECONSIDERED, ada, grace)).isEqualTo(1);
        assertThat(visitor.get("/invitations?declined=" + invitation.id())
                        .page()
                        .select("form[action$=undo]"))
                .as("nothing is left to undo")
                .isEmpty();
        assertThat(invitations.accept(grace, invitation.id())).isInstanceOf(AcceptInvitationOutcome.Accepted.class);
    }

    @Test
    void severalDeclinedAtOnceComeBackAtOnceAndTwiceIsAsGoodAsOnce() {
        Invitation other = invited(aMember("Another"), grace);
        Visitor visitor = visitor(grace);
        invitations.decline(grace, other.id());
        Document page = visitor.get("/invitations?declined=%d.%d.7".formatted(invitation.id(), other.id()))
                .page();
        assertThat(page.select(".notice").text()).contains("Declined: Ada Lovelace, Another.");
        assertThat(page.select("#just[autofocus]")).as("the list is empty").hasSize(1);

        assertThat(visitor.follow(undo(visitor, page)).page().text()).contains("2 invitations wait for your answer");
        assertThat(invitations.receivedCount(grace)).isEqualTo(2);
        String before = state(grace);
        assertThat(visitor.follow(undo(visitor, page)).page().text()).contains("2 invitations wait for your answer");
        assertThat(state(grace)).isEqualTo(before);
    }

    @Test
    void theInviterReadsTheSameBytesAllAlongAndIsToldNothing() {
        Visitor inviter = visitor(ada);
        List<String> addresses =
                List.of("/invitations/sent", "/invitations/" + invitation.id(), "/notifications", "/network");
        List<String> before = bodies(inviter, addresses);

        secondThoughts.undo(grace, invitation.id());

        assertThat(bodies(inviter, addresses)).isEqualTo(before);
    }

    @Test
    void whatCanBeTakenBackCostsAsManyStatementsForTwentyAsForTwo() {
        assertThat(statementsFor(Invitations.PAGE_SIZE))
                .isEqualTo(statementsFor(2))
                .isPositive();
    }

    private int statementsFor(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.addFirst(declined(aMember("Inviter " + i)));
        }
        AtomicInteger statements = new AtomicInteger();
        assertThat(CountedStatements.counting(statements, () -> secondThoughts.possible(grace, ids)))
                .extracting(Invitation::id)
                .isEqualTo(ids);
        return statements.get();
    }

    /// Without the ceremony: so many at once would narrow the gate.
    private long declined(MemberId inviter) {
        return sql.sql("""
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at, ended_at)
                        VALUES (:inviter, :invitee, 'DECLINED', 'OTHER', 'We met', false, 'Because we met by the sea.',
                                now(), now() + interval '60 days', now())
                        RETURNING id
                        """)
                .param("inviter", inviter.value())
                .param("invitee", grace.value())
                .query(Long.class)
                .single();
    }

    @Test
    void whoUndoesForEverIsToldWhenToComeBack() {
        LimitKey key = LimitKey.ofMember(grace.value());
        assertThat(limits.take(SecondThoughts.TAKING_BACK, key)).isInstanceOf(LimitOutcome.Allowed.class);
        while (limits.take(SecondThoughts.TAKING_BACK, key) instanceof LimitOutcome.Allowed) {
            continue;
        }
        String before = state(ada, grace);
        String id = Long.toString(invitation.id());
        List<Visitor.Answer> refused = List.of(
                json("/" + id + "/undo", "{}"),
                json("/undo", "{\"ids\":[" + id + "]}"),
                visitor(grace).post("/invitations/undo", "undone", id));
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        });
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @Test
    void whatWasWrittenMeanwhileIsHeard() {
        visitor(ada).post("/invitations/" + invitation.id() + "/messages", "text", "Do you have a minute?");
        assertThat(visitor(grace).get("/notifications").body()).doesNotContain("Ada Lovelace wrote");

        secondThoughts.undo(grace, invitation.id());

        assertThat(visitor(grace).get("/invitations/" + invitation.id()).page().text())
                .contains("Do you have a minute?");
        assertThat(visitor(grace).get("/notifications").page().text()).contains("Ada Lovelace wrote");
    }

    @Test
    void programsUndoOneOrSeveral() {
        assertThat(json("/undo", "{\"ids\":[%d,7,null]}".formatted(invitation.id()))
                        .body())
                .isEqualTo("{\"undone\":1}");
        invitations.decline(grace, invitation.id());
        String one = "/" + invitation.id() + "/undo";
        assertThat(json(one, "{}").body()).isEqualTo("{\"status\":\"waiting\"}");
        assertThat(json(one, "{}").body()).contains("problem:not-declined");
    }

    @Test
    void whatWasDeclinedIsFoundAgainAtTheFootOfTheListForADay() {
        Invitation other = invited(aMember("Another"), grace);
        invitations.decline(grace, other.id());
        Visitor visitor = visitor(grace);
        Document page = visitor.get("/invitations").page();
        assertThat(page.select("#lately .who").eachText()).containsExactly("Another", "Ada Lovelace");
        assertThat(visitor.get("/invitations?declined=" + other.id())
                        .page()
                        .select("#lately .who")
                        .eachText())
                .as("what has its way back at the top")
                .containsExactly("Ada Lovelace");
        assertThat(declinedBy(grace)).contains("\"count\":2", "Ada Lovelace", "Another");
        assertThat(declinedBy(ada)).as("the inviter's").isEqualTo(NONE);
        assertThat(visitor(ada).get("/invitations").page().select("#lately")).isEmpty();

        Document after =
                visitor.follow(undo(visitor, page.select("#lately li").get(1))).page();

        assertThat(after.select("li[autofocus] .who").text()).contains("Ada Lovelace");
        assertThat(after.select("#lately .who").eachText()).containsExactly("Another");
        assertThat(visitor.get("/api/invitations?box=declined&after=1").status())
                .isEqualTo(422);
    }

    private String declinedBy(MemberId member) {
        return visitor(member).get("/api/invitations?box=declined").body();
    }

    @Test
    void whatEndedMeanwhileStaysEndedOnPageAndInJson() {
        refused("problem:too-late", "A decline can be taken back for a day", () -> daysPass(invitation, 2));
        refused("problem:over", "waits no more", () -> daysPass(invitation, 61));
        refused("problem:over", "waits no more", () -> invitations.withdraw(ada, invitation.id()));
        refused("problem:over", "waits no more", () -> {
            ties.block(ada, grace);
            ties.unblock(ada, grace);
        });
        refused("problem:over", "waits no more", () -> invitations.send(grace, ada, CLAIM, WHY));
        refused("problem:over", "waits no more", this::connectedByAnIntroduction);
        refused("problem:over", "waits no more", () -> {
            connectedByAnIntroduction();
            ties.remove(ada, grace);
        });
    }

    @Test
    void whoIsSeparatedOrGoneIsNotThere() {
        ties.block(ada, grace);
        String before = state(ada, grace);
        assertThat(json("/" + invitation.id() + "/undo", "{}").status()).isEqualTo(404);
        assertThat(visitor(grace)
                        .get("/invitations?declined=" + invitation.id())
                        .body())
                .doesNotContain("Lovelace");
        assertThat(visitor(grace).get("/invitations").body()).doesNotContain("Lovelace");
        assertThat(declinedBy(grace)).isEqualTo(NONE);
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @Test
    void aConnectionMadeElsewhereEndsTheSeemingWaitForGood() {
        connectedByAnIntroduction();
        ties.remove(ada, grace);
        assertThat(invitations.sent(ada, "")).as("as after one that waited").isEmpty();
    }

    private void connectedByAnIntroduction() {
        transactions.run(() -> {
            means.hold(ada, grace);
            consents.connect(grace, ada, means.now());
        });
    }

    private void refused(String problem, String said, Runnable meanwhile) {
        oneDeclined();
        meanwhile.run();
        String before = state(ada, grace);
        Visitor visitor = visitor(grace);

        assertThat(visitor.get("/invitations?declined=" + invitation.id())
                        .page()
                        .select("form[action$=undo]"))
                .isEmpty();
        assertThat(visitor.get("/invitations").page().select("#lately")).isEmpty();
        assertThat(declinedBy(grace)).isEqualTo(NONE);
        Visitor.Answer late = visitor.post("/invitations/undo", "undone", Long.toString(invitation.id()));
        assertThat(visitor.follow(late).page().select(".notice.late").text()).contains(said);
        Visitor.Answer json = json("/" + invitation.id() + "/undo", "{}");
        assertThat(json.status()).isEqualTo(409);
        assertThat(json.body()).contains(problem);
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    private static Visitor.Answer undo(Visitor visitor, Element page) {
        return visitor.post(
                "/invitations/undo",
                page.select("form[action$=undo] input[name=undone]").stream()
                        .flatMap(input -> Stream.of("undone", input.attr("value")))
                        .toArray(String[]::new));
    }

    private Visitor.Answer json(String path, String body) {
        return visitor(grace).send("POST", "/api/invitations" + path, "application/json", body.getBytes());
    }

    private static List<String> bodies(Visitor visitor, List<String> addresses) {
        visitor.get("/test/csrf");
        return addresses.stream()
                .map(address -> visitor.get(address).body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""))
                .toList();
    }
}
