package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// The order of the inbox, what is folded away, and the answers to several at once.
class InboxTest extends ConnectionTest {
    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Exchanges exchanges;

    @Test
    void invitationsStandByRelevanceWithReasonsAndTheIrrelevantIsFoldedAway() {
        MemberId grace = aMember("Grace Hopper");
        MemberId near = aMember("Near");
        MemberId far = aMember("Far");
        MemberId nobody = aMember("Nobody");
        Map<MemberId, InviterRelevance.Judged> judged = new HashMap<>();
        judged.put(near, new InviterRelevance.Judged(0.9, List.of(Text.of("{0}", "Tide gauges"))));
        judged.put(far, new InviterRelevance.Judged(0.4, List.of()));
        judged.put(nobody, new InviterRelevance.Judged(0.01, List.of()));
        for (MemberId inviter : List.of(near, nobody, far)) {
            invited(inviter, grace);
        }

        Inbox.Page page = inbox((_, others) -> {
                    Map<MemberId, InviterRelevance.Judged> asked = new HashMap<>(judged);
                    asked.keySet().retainAll(others);
                    return asked;
                })
                .received(Viewer.of(grace), "");

        assertThat(page.relevant()).extracting(one -> one.other().member().id()).containsExactly(near, far);
        assertThat(page.irrelevant())
                .extracting(one -> one.other().member().id())
                .containsExactly(nobody);
        assertThat(page.relevant().getFirst().reasons()).hasSize(1);
    }

    @Test
    void nothingIsFoldedAwayWhereNothingStandsAboveIt() {
        MemberId grace = aMember("Grace Hopper");
        MemberId nobody = aMember("Nobody");
        invited(nobody, grace);

        Inbox.Page page = inbox((_, _) -> Map.of(nobody, new InviterRelevance.Judged(0.01, List.of())))
                .received(Viewer.of(grace), "");

        assertThat(page.relevant()).extracting(one -> one.other().member().id()).containsExactly(nobody);
        assertThat(page.irrelevant()).isEmpty();
        assertThat(page.waiting()).as("as JSON tells it").hasSize(1).noneMatch(page::isFoldedAway);
    }

    @Test // T4
    void aMutualConnectionIsNamedWhereTheReaderMayKnowOfItAndOnlyThere() {
        MemberId grace = aMember("Grace Hopper");
        MemberId inviter = aMember("Inviter");
        MemberId hidden = aMember("Hidden Canary");
        connections.showList(hidden, Audience.ME);
        MemberId ruta = aMember("Ruta Marek");
        MemberId second = aMember("Second Mutual");
        for (MemberId mutual : List.of(hidden, ruta, second)) {
            tied(grace, mutual);
            tied(mutual, inviter);
        }
        invited(inviter, grace);

        Document page = visitor(grace).get("/invitations").page();

        assertThat(page.select(".chips").text())
                .contains("You both know Ruta Marek and 1 other")
                .doesNotContain("mutual connection", "Canary");
        assertThat(page.select(".chips a[href=/in/" + handle(ruta) + "]")).hasSize(1);
        assertThat(page.select(".chips a[href=/network/" + handle(inviter) + "]"))
                .hasSize(1);
        assertThat(visitor(grace).get("/api/invitations").body())
                .contains("\"between\":{\"handle\":\"%s\",\"name\":\"Ruta Marek\",\"otherCount\":1}"
                        .formatted(handle(ruta)))
                .doesNotContain("Canary");
        Visitor french = visitor(grace).with("Accept-Language", "fr");
        assertThat(french.get("/invitations").page().select(".chips").text())
                .contains("Vous connaissez tous deux Ruta Marek et 1 autre");
        assertThat(visitor(inviter)
                        .get("/invite/" + handle(aMember("No Mutual")))
                        .body())
                .doesNotContain("You both know");
        connections.showList(ruta, Audience.ME);
        connections.showList(second, Audience.ME);
        assertThat(visitor(grace).get("/invitations").page().select("main").text())
                .doesNotContain("You both know", "mutual connection");
        assertThat(visitor(grace).get("/api/invitations").body()).contains("\"between\":null");
    }

    @Test
    void severalAreDeclinedAtOnceAndNoneAccepted() {
        MemberId grace = aMember("Grace Hopper");
        MemberId mallory = aMember("Mallory");
        Invitation one = invited(aMember("One"), grace);
        Invitation two = invited(aMember("Two"), grace);
        Invitation foreign = invited(aMember("Three"), mallory);

        Visitor decliner = visitor(grace);
        Visitor.Answer answer = decliner.post(
                "/invitations/decline",
                "declined",
                Long.toString(one.id()),
                "declined",
                Long.toString(two.id()),
                "declined",
                Long.toString(foreign.id()));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(decliner.follow(answer).page().text()).contains("Declined: One, Two. Nobody is told of it.");
        assertThat(invitations.received(grace)).isEmpty();
        assertThat(invitations.received(mallory)).hasSize(1);
        assertThat(visitor(grace)
                        .post("/invitations/accept", "declined", Long.toString(one.id()))
                        .status())
                .isEqualTo(404);
        String before = state(grace);
        assertThat(visitor(grace)
                        .send(
                                "POST",
                                "/api/invitations/decline",
                                "application/json",
                                "{\"ids\":[%d,7,null]}".formatted(foreign.id()).getBytes())
                        .body())
                .isEqualTo("{\"declined\":0}");
        assertThat(state(grace)).isEqualTo(before);
    }

    @Test
    void anAnswerLeadsToTheInvitationThatTookItsPlaceAndADeclineOffersTheWayBack() {
        MemberId grace = aMember("Grace Hopper");
        MemberId slipped = aMember("Slip Ped");
        Invitation first = invited(slipped, grace);
        invited(aMember("Two"), grace);
        Visitor visitor = visitor(grace);

        String to = visitor.post("/invitations/" + first.id() + "/decline", "place", "2", "after", "")
                .header("Location");
        Document list = visitor.get(to).page();

        assertThat(to).isEqualTo("/invitations?place=2&declined=" + first.id());
        assertThat(list.select("[data-keys] > li:nth-child(1)[autofocus]")).hasSize(1);
        assertThat(list.select(".notice form[action=/invitations/undo] button").text())
                .isEqualTo("Undo");
        assertThat(visitor.get("/invite/" + handle(slipped)).page().text())
                .contains("Slip Ped has invited you. Sending yours connects you at once.")
                .doesNotContain("Or read the invitation first");
        assertThat(invitations.send(grace, slipped, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Connected.class);
    }

    @Test
    void anInvitationTakenBackMeanwhileIsRefusedKindlyAndOneBehindABlockIsNotThere() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        Invitation invitation = invited(ada, grace);
        invitations.withdraw(ada, invitation.id());
        String before = state(ada, grace);
        Visitor visitor = visitor(grace);

        for (String verb : List.of("/accept", "/decline")) {
            Visitor.Answer answer = visitor.post("/invitations/" + invitation.id() + verb);
            assertThat(answer.status()).as(verb).isEqualTo(303);
            assertThat(visitor.get(answer.header("Location")).page().text()).contains("This invitation waits no more.");
        }
        assertThat(state(ada, grace)).isEqualTo(before);

        ties.block(ada, grace);
        Visitor.Answer blocked = visitor.post("/invitations/" + invitation.id() + "/accept");
        assertThat(blocked.status()).isEqualTo(404);
        assertThat(blocked.body())
                .isEqualTo(visitor.post("/invitations/999999999999/accept").body());
    }

    @Test
    void aMessageThatIsTooLongComesBackWhole() {
        MemberId grace = aMember("Grace Hopper");
        Invitation invitation = invited(aMember("Ada Lovelace"), grace);
        String path = "/invitations/" + invitation.id();
        Visitor visitor = visitor(grace);

        Document page = visitor.get(path).page();
        Visitor.Answer refused = visitor.post(path + "/messages", "text", "x".repeat(3_019));

        assertThat(page.select("#text-hint").text()).startsWith("Up to 600 characters.");
        assertThat(page.select("#text").hasAttr("maxlength")).isFalse();
        assertThat(page.select(".page-head a[href=/invitations]")).hasSize(1);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text").text()).hasSize(3_019);
    }

    @Test
    void aUsedUpAllowanceIsSaidBeforeAnythingIsTyped() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        used(ada, Allowance.BASE);
        Visitor visitor = visitor(ada);
        String path = "/invite/" + handle(grace);

        assertThat(visitor.get(path).page().select(".notice").text())
                .contains("Your allowance of this week is used up");
        Document refused = visitor.post(path, "claim", "OTHER", "subject", "Tides", "why", WHY.text())
                .page();
        assertThat(refused.select(".notice.late").text()).contains("Your allowance of this week is used up");
        assertThat(refused.select("[aria-invalid], .error")).isEmpty();
        assertThat(refused.select("#why").text()).isEqualTo(WHY.text());
        assertThat(visitor.get("/invitations/outside").page().select("nav.tabs a"))
                .hasSize(3);
    }

    @Test
    void everyForbiddenTransitionIsRefusedOverHttpAndChangesNothing() {
        for (InvitationStatus status : InvitationStatus.values()) {
            if (status == InvitationStatus.PENDING) {
                continue;
            }
            MemberId ada = aMember("Ada Lovelace");
            MemberId grace = aMember("Grace Hopper");
            Invitation invitation = invited(ada, grace);
            sql.sql("UPDATE invitation SET status = :status, ended_at = now() WHERE id = :id")
                    .param("status", status.name())
                    .param("id", invitation.id())
                    .update();
            String before = state(ada, grace);
            String path = "/" + invitation.id();
            for (String verb : List.of("/accept", "/decline")) {
                assertThat(post(grace, path + verb)).as(status + verb).isEqualTo(409);
            }
            if (status != InvitationStatus.DECLINED) { // the way back: SecondThoughtsTest
                assertThat(post(grace, path + "/undo")).as(status + "/undo").isEqualTo(409);
            }
            assertThat(post(ada, path + "/undo")).as("not one's own decline").isEqualTo(404);
            // Who is not told of a decline may take back what to them still waits.
            if (status != InvitationStatus.DECLINED) {
                assertThat(post(ada, path + "/withdraw"))
                        .as(status + "/withdraw")
                        .isEqualTo(409);
            }
            assertThat(post(ada, path + "/accept")).as("one's own").isEqualTo(404);
            assertThat(post(ada, path + "/decline")).as("one's own").isEqualTo(404);
            assertThat(post(grace, path + "/withdraw")).as("not one's own").isEqualTo(404);
            assertThat(state(ada, grace)).as(status.name()).isEqualTo(before);
        }
    }

    private int post(MemberId member, String path) {
        return visitor(member)
                .send("POST", "/api/invitations" + path, "application/json", "{}".getBytes())
                .status();
    }

    private Inbox inbox(InviterRelevance relevance) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("relevance", relevance));
        return new Inbox(invitations, acquaintances, exchanges, beans.getBeanProvider(InviterRelevance.class));
    }
}
