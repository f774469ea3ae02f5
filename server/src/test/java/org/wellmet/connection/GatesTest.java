package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// Whose invitations a member takes, and what those are told whom the gate keeps out.
class GatesTest extends TwoMembersTest {
    @Autowired
    private Gates gates;

    @Test
    void whoTakesAnyonesInvitationsIsOpenToAll() {
        assertThat(gates.doorsTo(Viewer.of(ada), grace)).isEqualTo(new Door.Open());
    }

    @Test
    void aMutualConnectionIsCommonGround() {
        gates.choose(grace, Gate.COMMON_GROUND);
        assertRefused("below-the-gate");
        assertThat(visitor(ada).get("/invite/" + handle(grace)).page().text()).contains("Share something");

        through(aMember("Mutual"));

        invited(ada, grace);
    }

    @Test
    void whoIsIntroducedOnlyNamesThoseWhoCouldIntroduce() {
        gates.choose(grace, Gate.INTRODUCED);
        assertRefused("not-open");
        MemberId mutual = aMember("Mutual Friend");
        through(mutual);

        assertThat(gates.doorsTo(Viewer.of(ada), grace))
                .isEqualTo(new Door.Closed(List.of(new Door.Way.Introduction(List.of(mutual), 1))));
        Visitor.Answer page = visitor(ada).get("/invite/" + handle(grace));
        assertThat(page.page().text()).contains("Ask for an introduction", "Mutual Friend");
        assertThat(page.page().select("textarea")).isEmpty();
        assertRefused("below-the-gate");
    }

    @Test // T4
    void aHiddenMutualConnectionOpensNoDoorAndIsNotNamed() {
        MemberId secretive = aMember("Secretive");
        through(secretive);
        connections.showList(secretive, Audience.ME);
        gates.choose(grace, Gate.INTRODUCED);
        assertThat(gates.doorsTo(Viewer.of(ada), grace)).isEqualTo(new Door.Closed(List.of()));
        assertThat(visitor(ada).get("/invite/" + handle(grace)).body()).doesNotContain("Secretive");

        gates.choose(grace, Gate.COMMON_GROUND);
        assertRefused("below-the-gate");
        assertThat(visitor(ada).get("/invite/" + handle(grace)).body()).doesNotContain("Secretive");
    }

    @Test // T3
    void aClosedGateLooksLikeADeclineWhoseTimeIsOver() {
        MemberId closed = aMember("Grace Hopper");
        gates.choose(closed, Gate.CLOSED);
        Invitation declined = invited(ada, grace);
        invitations.decline(grace, declined.id());
        daysPass(declined, 61);

        assertThat(page(grace)).isEqualTo(page(closed));
        assertThat(sent(grace).body()).isEqualTo(sent(closed).body());
    }

    @Test
    void whoeverInvitesMayBeAnsweredWhateverTheirGate() {
        gates.choose(grace, Gate.CLOSED);
        invited(grace, ada);

        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Connected.class);
    }

    @Test
    void theGateIsChosenByPageAndByJsonAndNonsenseChangesNothing() {
        Visitor visitor = visitor(grace);
        assertThat(visitor.get("/settings/connections").page().select("main form button"))
                .as("one form, one Save: none drops what was chosen in another")
                .hasSize(1);
        assertThat(visitor.post("/settings/connections", "audience", "CONNECTIONS", "gate", "CLOSED")
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/api/settings/connections").body())
                .isEqualTo("{\"audience\":\"CONNECTIONS\",\"gate\":\"CLOSED\"}");
        assertThat(json(visitor, "{\"gate\":\"INTRODUCED\",\"audience\":\"ME\"}")
                        .body())
                .isEqualTo("{\"audience\":\"ME\",\"gate\":\"INTRODUCED\"}");
        String before = state(grace);

        assertThat(visitor.post("/settings/connections", "audience", "MEMBERS", "gate", "AJAR")
                        .status())
                .isEqualTo(422);
        assertThat(json(visitor, "{\"gate\":\"AJAR\"}").status()).isEqualTo(422);
        assertThat(json(visitor, "{\"audience\":\"PUBLIC\"}").status()).isEqualTo(422);
        assertThat(state(grace)).isEqualTo(before);
    }

    @Test
    void whoHidesTheListAndAsksForIntroductionsIsWarnedThatNobodyCanInviteThem() {
        Visitor visitor = visitor(grace);
        String warning = "With these two choices nobody can invite you";

        visitor.post("/settings/connections", "audience", "ME", "gate", "COMMON_GROUND");
        assertThat(visitor.get("/settings/connections").body()).doesNotContain(warning);
        visitor.post("/settings/connections", "audience", "ME", "gate", "INTRODUCED");
        assertThat(visitor.get("/settings/connections").body()).contains(warning);
    }

    @Test
    void theOperatorsDefaultHoldsForWhoMadeNoChoice() {
        Visitor operator = visitor(anOperator("Op Erator"));
        try {
            assertThat(operator.post("/operator/invitations", "gate", "CLOSED").status())
                    .isEqualTo(303);
            assertThat(gates.of(grace)).isEqualTo(Gate.CLOSED);
            assertThat(visitor(ada)
                            .post("/operator/invitations", "gate", "ANYONE")
                            .status())
                    .isEqualTo(404);
            assertThat(gates.byDefault()).isEqualTo(Gate.CLOSED);
        } finally {
            gates.chooseDefault(Gate.ANYONE);
        }
    }

    @Test
    void whatOneFindsWhoWouldInviteIsToldByJsonAsByThePage() {
        String address = "/api/members/" + handle(grace) + "/invitation";
        assertThat(visitor(ada).get(address).body())
                .contains("\"obstacle\":null", "\"doors\":[]", "\"isAwaited\":false");

        gates.choose(grace, Gate.INTRODUCED);
        String before = visitor(ada).get(address).body();
        assertThat(before).contains("urn:wellmet:problem:not-open", "\"doors\":[]");
        MemberId secretive = aMember("Secretive");
        connections.showList(secretive, Audience.ME);
        through(secretive);
        assertThat(visitor(ada).get(address).body()).isEqualTo(before); // T4, T5
        through(aMember("Mutual Friend"));
        assertThat(visitor(ada).get(address).body())
                .contains("urn:wellmet:problem:below-the-gate", "\"kind\":\"INTRODUCTION\"", "Mutual Friend")
                .contains("\"count\":1")
                .doesNotContain("Secretive");

        gates.choose(ada, Gate.ANYONE);
        invited(grace, ada);
        assertThat(visitor(ada).get(address).body()).contains("\"obstacle\":null", "\"isAwaited\":true");
        ties.block(grace, ada);
        assertThat(visitor(ada).get(address).status()).isEqualTo(404);
    }

    @Test
    void whoCouldIntroduceStandsInTheOrderInWhichTheyWereFound() {
        gates.choose(grace, Gate.INTRODUCED);
        for (int i = 0; i < 5; i++) {
            through(aMember("Mutual Friend"));
        }
        var refused = (SendInvitationOutcome.BelowTheGate)
                invitations.obstacle(ada, grace, invitations.shared(ada, grace)).orElseThrow();
        var door = (Door.Way.Introduction) refused.ways().getFirst();
        assertThat(door.through()).hasSizeGreaterThan(1);
        String through = door.through().stream()
                .map(friend -> "\"handle\":\"" + handle(friend) + "\".*")
                .collect(Collectors.joining());
        assertThat(visitor(ada)
                        .get("/api/members/" + handle(grace) + "/invitation")
                        .body())
                .containsPattern("\"through\":.*" + through);
    }

    @Test
    void theOperatorsDefaultIsToBeHadByJson() {
        Visitor operator = visitor(anOperator("Op Erator"));
        try {
            assertThat(rule(operator, "{\"gate\":\"INTRODUCED\"}").body()).isEqualTo("{\"gate\":\"INTRODUCED\"}");
            assertThat(gates.of(grace)).isEqualTo(Gate.INTRODUCED);
            assertThat(rule(visitor(ada), "{\"gate\":\"ANYONE\"}").status()).isEqualTo(404);
            assertThat(rule(operator, "{\"gate\":\"AJAR\"}").status()).isEqualTo(422);
            assertThat(operator.get("/api/operator/invitations").body()).isEqualTo("{\"gate\":\"INTRODUCED\"}");
        } finally {
            gates.chooseDefault(Gate.ANYONE);
        }
    }

    private static Visitor.Answer rule(Visitor visitor, String body) {
        return posted(visitor, "/api/operator/invitations", body);
    }

    private void through(MemberId mutual) {
        tied(ada, mutual);
        tied(mutual, grace);
    }

    private void assertRefused(String type) {
        String before = state(ada, grace);
        assertThat(sent(grace).body()).contains("urn:wellmet:problem:" + type);
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    private Visitor.Answer sent(MemberId invitee) {
        return visitor(ada)
                .send(
                        "POST",
                        "/api/invitations",
                        "application/json",
                        "{\"to\":\"%s\",\"kind\":\"OTHER\",\"subject\":\"x\",\"why\":\"%s\"}"
                                .formatted(handle(invitee), WHY.text())
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static Visitor.Answer json(Visitor visitor, String body) {
        return posted(visitor, "/api/settings/connections", body);
    }

    private static Visitor.Answer posted(Visitor visitor, String address, String body) {
        return visitor.send("POST", address, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /// The page without what is the invitee's own: handle and tint.
    private String page(MemberId invitee) {
        return visitor(ada)
                .get("/invite/" + handle(invitee))
                .page()
                .select("main")
                .text();
    }
}
