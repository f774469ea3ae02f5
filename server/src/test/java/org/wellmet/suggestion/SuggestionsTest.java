package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor.Answer;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Section;
import org.wellmet.profile.Term;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Suggestions from end to end: who is suggested to whom, who never is, and that nothing betrays why not.
class SuggestionsTest extends ServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SETTING = "{\"isSuggested\":%s}";

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Connections connections;

    @Autowired
    private Gates gates;

    @Autowired
    private Ties ties;

    private MemberId me;
    private MemberId between;
    private MemberId other;

    /// me -- between -- other
    @BeforeEach
    void aChain() {
        me = aMember("Vera Viewer");
        between = aMember("Bela Between");
        other = aMember("Otto Other");
        connected(me, between);
        connected(between, other);
    }

    private String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    private List<MemberId> slate(MemberId viewer) {
        return suggestions.slate(Viewer.of(viewer), Lens.BALANCED).stream()
                .map(one -> one.person().member().id())
                .toList();
    }

    private JsonNode json(MemberId viewer, String query) {
        Answer answer = visitor(viewer).get("/api/suggestions" + query);
        assertThat(answer.status()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /// Nowhere: neither slate, page, card nor numbers, and the numbers are the bytes of nobody.
    private void assertAbsent(MemberId viewer, MemberId absent) {
        String handle = handle(absent);
        for (Lens lens : Lens.values()) {
            assertThat(visitor(viewer).get("/suggestions?lens=" + lens.code()).body())
                    .doesNotContain(handle + "\"");
            assertThat(json(viewer, "?lens=" + lens.code()).toString()).doesNotContain("\"" + handle + "\"");
        }
        assertThat(visitor(viewer)
                        .with("HX-Request", "true")
                        .get("/suggestions/card")
                        .body())
                .doesNotContain("/in/" + handle + "\"");
        Answer numbers = visitor(viewer).get("/suggestions/formula?member=" + handle);
        assertThat(numbers.status()).isEqualTo(404);
        assertThat(withoutToken(numbers).replace(handle, "?"))
                .isEqualTo(withoutToken(visitor(viewer).get("/suggestions/formula?member=nobody-at-all"))
                        .replace("nobody-at-all", "?"));
    }

    /// The mask of the token in the forms differs at each request.
    private static String withoutToken(Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void whoIsTwoStepsAwayIsSuggestedOnEveryPage() {
        assertThat(slate(me)).containsExactly(other);
        assertThat(visitor(me).get("/suggestions").page().select("#slate a[href=/invite/" + handle(other) + "]"))
                .hasSize(1);
        assertThat(visitor(me)
                        .with("HX-Request", "true")
                        .get("/suggestions/card")
                        .page()
                        .text())
                .contains("Otto Other");
        JsonNode one = json(me, "").get("suggestions").get(0);
        assertThat(one.get("handle").asString()).isEqualTo(handle(other));
        assertThat(one.get("effect").asString()).isEqualTo("OPENS_CIRCLE");
        assertThat(one.get("mutualCount").asInt()).isEqualTo(1);
    }

    @Test
    void homeAndNetworkHaveTheCardAndALinkForThoseWithoutScript() {
        for (String page : List.of("/", "/network")) {
            var card = visitor(me).get(page).page().select("[hx-get=/suggestions/card]");
            assertThat(card).hasSize(1);
            assertThat(card.select("a[href=/suggestions/card]")).hasSize(1);
        }
        Answer answer = visitor(me).get("/suggestions/card");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/suggestions");
    }

    @Test
    void aConnectionMadeNowChangesTheNextSlate() {
        MemberId next = aMember("Nina Next");
        connected(other, next);
        assertThat(slate(me)).containsExactly(other);
        connected(me, other);
        assertThat(slate(me)).containsExactly(next);
    }

    @Test
    void aNewcomerIsToldWhatBringsSuggestions() {
        MemberId newcomer = aMember("Nils Newcomer");
        var page = visitor(newcomer).get("/suggestions").page();
        assertThat(page.select("#slate a[href=/profile/edit], #slate a[href=/search]"))
                .hasSize(2);
        assertThat(visitor(newcomer).get("/suggestions/formula").status()).isEqualTo(200);
        assertThat(visitor(newcomer)
                        .with("HX-Request", "true")
                        .get("/suggestions/card")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDismissalBringsTheNextIsRememberedAndCanBeUndone() {
        List<MemberId> all = new ArrayList<>(List.of(other));
        for (int i = 0; i < Slate.SIZE; i++) {
            MemberId more = aMember("More " + i);
            connected(between, more);
            all.add(more);
        }
        List<MemberId> before = slate(me);
        assertThat(before).hasSize(Slate.SIZE);
        MemberId gone = before.getFirst();
        all.removeAll(before);
        Answer dismissed = visitor(me).post("/suggestions/" + handle(gone) + "/dismiss", "lens", "opportunity");
        assertThat(dismissed.status()).isEqualTo(303);
        assertThat(slate(me)).hasSize(Slate.SIZE).doesNotContain(gone).containsAll(all);
        assertThat(suggestions.slate(Viewer.of(gone), Lens.BALANCED))
                .as("the other way round it holds not")
                .anyMatch(one -> one.person().member().id().equals(me));

        var page = visitor(me).follow(dismissed).page();
        assertThat(page.select(".tabs [aria-current=page]").text()).isEqualTo("Opportunity");
        assertThat(page.select("#slate form[action=/suggestions/" + handle(gone) + "/undo]"))
                .hasSize(1);
        assertThat(visitor(me).get("/settings/suggestions").body()).contains("/in/" + handle(gone));

        visitor(me).post("/suggestions/" + handle(gone) + "/undo");
        assertThat(slate(me)).isEqualTo(before);
        assertThat(visitor(me)
                        .get("/suggestions?dismissed=" + handle(gone))
                        .page()
                        .select("#slate form[action$=undo]"))
                .isEmpty();
    }

    @Test
    void aDismissalIsForgottenAfterAYear() {
        suggestions.dismiss(me, other);
        assertAbsent(me, other);
        sql.sql("UPDATE suggestion_dismissal SET dismissed_at = now() - interval '366 days' WHERE member_id = :me")
                .param("me", me.value())
                .update();
        assertThat(slate(me)).containsExactly(other);
        suggestions.dismiss(me, between);
        assertThat(rows()).as("the old one is swept").isEqualTo(1);
    }

    private long rows() {
        return sql.sql("SELECT count(*) FROM suggestion_dismissal WHERE member_id = :me")
                .param("me", me.value())
                .query(Long.class)
                .single();
    }

    @Test
    void whoDoesNotWantToBeSuggestedIsNot() {
        byte[] off = SETTING.formatted(false).getBytes(StandardCharsets.UTF_8);
        assertThat(visitor(other)
                        .send("POST", "/api/suggestions/setting", "application/json", off)
                        .body())
                .isEqualTo(SETTING.formatted(false));
        assertAbsent(me, other);
        assertThat(slate(other)).as("and is still told of others").containsExactly(me);

        visitor(other).post("/settings/suggestions", "who", "yes");
        assertThat(slate(me)).containsExactly(other);
        visitor(other).post("/settings/suggestions", "who", "no");
        assertAbsent(me, other);
        assertThat(visitor(other).post("/settings/suggestions", "who", "maybe").status())
                .isEqualTo(422);
    }

    @Test
    void aBlockSeparatesBothWays() {
        ties.block(other, me);
        assertAbsent(me, other);
        assertAbsent(other, me);
        ties.unblock(other, me);
        ties.block(between, other);
        assertAbsent(me, other);
    }

    @Test
    void aClosedGateIsNotSuggestedAndOneForTheIntroducedLeadsToAnIntroduction() {
        gates.choose(other, Gate.CLOSED);
        assertAbsent(me, other);
        gates.choose(other, Gate.INTRODUCED);
        assertThat(json(me, "").get("suggestions").get(0).get("address").asString())
                .isEqualTo("/members/" + handle(other) + "/introduction");
        gates.choose(other, Gate.COMMON_GROUND);
        assertThat(json(me, "").get("suggestions").get(0).get("address").asString())
                .isEqualTo("/invite/" + handle(other));
    }

    /// However it ended, so that the suggestions do not tell a decline from silence.
    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "VOIDED"})
    void anInvitationLooksTheSameHoweverItEndedForAsLongAsADeclineMayHold(String status) {
        invitation(me, other, status, 30);
        assertAbsent(me, other);
        assertAbsent(other, me);
        sql.sql("DELETE FROM invitation WHERE inviter_id = :me")
                .param("me", me.value())
                .update();
        if (!status.equals("PENDING")) {
            invitation(me, other, status, 366); // declined on its last day, it holds for another two months
            assertAbsent(me, other);
            sql.sql("UPDATE invitation SET sent_at = sent_at - interval '60 days' WHERE inviter_id = :me")
                    .param("me", me.value())
                    .update();
        }
        assertThat(slate(me)).containsExactly(other);
    }

    private void invitation(MemberId inviter, MemberId invitee, String status, int daysAgo) {
        sql.sql("""
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at, ended_at)
                        VALUES (:inviter, :invitee, :status, 'OTHER', 'We met', false, 'Because we met in a test.',
                                now() - :days * interval '1 day', now() + interval '60 days',
                                CASE WHEN :status = 'PENDING' THEN NULL ELSE now() END)
                        """)
                .param("inviter", inviter.value())
                .param("invitee", invitee.value())
                .param("status", status)
                .param("days", daysAgo)
                .update();
    }

    @Test
    void aConnectionThatEndedQuietlyIsNotSuggestedToEitherAndToldToNobody() {
        connected(me, other);
        ties.remove(me, other);
        assertAbsent(me, other);
        assertAbsent(other, me);
        assertThat(visitor(other).get("/settings/suggestions").body()).doesNotContain("/in/" + handle(me));
        assertThat(suggestions.restore(other, me)).isFalse();
        assertAbsent(other, me);
    }

    @Test
    void theSuspendedAndTheLongGoneAreNotSuggested() {
        members.suspend(other);
        assertAbsent(me, other);
        members.admit(other);
        assertThat(slate(me)).containsExactly(other);
        seen(other, 366);
        assertAbsent(me, other);
    }

    private void seen(MemberId member, int daysAgo) {
        sql.sql("""
                        INSERT INTO member_seen (member_id, seen_on) VALUES (:member, current_date - :days)
                        ON CONFLICT (member_id) DO UPDATE SET seen_on = excluded.seen_on
                        """).param("member", member.value()).param("days", daysAgo).update();
    }

    @Test
    void aSessionIsNotedByTheDay() {
        sql.sql("""
                        INSERT INTO session (member_id, key_hash, browser, system, created_at, last_seen_at)
                        VALUES (:member, sha256(('seen ' || :member)::bytea), 'Firefox', 'Linux', now(), now() - interval '40 days')
                        """).param("member", other.value()).update();
        assertThat(availability()).isEqualTo(0.5);
        sql.sql("UPDATE session SET last_seen_at = now() WHERE member_id = :member")
                .param("member", other.value())
                .update();
        assertThat(availability()).isEqualTo(1);
        sql.sql("DELETE FROM session WHERE member_id = :member")
                .param("member", other.value())
                .update();
        assertThat(availability()).isEqualTo(1);
    }

    private double availability() {
        return json(me, "")
                .get("suggestions")
                .get(0)
                .get("numbers")
                .get("availability")
                .asDouble();
    }

    @Test
    void howBuriedAndHowQuietSomebodyIsComesOutTogetherAndInSteps() {
        Set<Double> steps = new TreeSet<>();
        for (int waiting = 0; waiting < 8; waiting++) {
            invitation(aMember("Inviter " + waiting), other, "PENDING", 1);
            steps.add(availability());
        }
        seen(other, 100);
        steps.add(availability());
        assertThat(steps).containsExactly(0.25, 0.5, 1.0);
    }

    @Test
    void theJsonCarriesNothingButWhatThePageShows() {
        JsonNode slate = json(me, "");
        assertThat(slate.propertyNames()).containsExactlyInAnyOrder("version", "peak", "lens", "suggestions");
        JsonNode one = slate.get("suggestions").get(0);
        assertThat(one.propertyNames())
                .containsExactlyInAnyOrder(
                        "handle",
                        "name",
                        "headline",
                        "separation",
                        "mutualCount",
                        "effect",
                        "reasons",
                        "address",
                        "numbers");
        assertThat(one.get("numbers").propertyNames())
                .containsExactlyInAnyOrder("relevance", "damped", "bridge", "nearness", "availability", "score");
    }

    /// T1: whatever is suggested can be read directly, for every viewer of a small world full of exceptions.
    @Test
    void whoeverIsSuggestedCanBeReadByAddress() {
        List<MemberId> world = new ArrayList<>(List.of(me, between, other));
        for (int i = 0; i < 8; i++) {
            MemberId more = aMember("World " + i);
            connected(between, more);
            world.add(more);
        }
        ties.block(world.get(4), me);
        members.suspend(world.get(5));
        connections.showList(world.get(6), Audience.ME);
        for (MemberId viewer : List.of(me, between, other, world.get(4), world.get(6))) {
            for (JsonNode one : json(viewer, "").get("suggestions")) {
                assertThat(visitor(viewer)
                                .get("/in/" + one.get("handle").asString())
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    /// T17
    @Test
    void readingChangesNothing() {
        long before = rows();
        for (String address : List.of(
                "/suggestions?dismissed=" + handle(other),
                "/suggestions/card",
                "/suggestions/formula?member=" + handle(other),
                "/settings/suggestions",
                "/api/suggestions")) {
            visitor(me).get(address);
            visitor(me).send("HEAD", address, "text/plain", new byte[0]);
        }
        for (String address : List.of("/dismiss", "/undo")) {
            assertThat(visitor(me)
                            .get("/suggestions/" + handle(other) + address)
                            .status())
                    .isEqualTo(405);
        }
        assertThat(visitor(me)
                        .forge("/suggestions/" + handle(other) + "/dismiss")
                        .status())
                .isEqualTo(403);
        assertThat(rows()).isEqualTo(before).isZero();
        assertThat(slate(me)).containsExactly(other);
    }

    @Test
    void nobodySignedInGetsNothing() {
        for (String address : List.of("/suggestions", "/suggestions/card", "/suggestions/formula")) {
            assertThat(aStranger().get(address).status()).isEqualTo(302);
        }
        assertThat(aStranger().get("/api/suggestions").status()).isEqualTo(401);
    }

    @Test
    void oneselfAndTheAbsentCannotBeDismissed() {
        assertThat(visitor(me).post("/suggestions/" + handle(me) + "/dismiss").status())
                .isEqualTo(404);
        assertThat(visitor(me).post("/suggestions/nobody-at-all/dismiss").status())
                .isEqualTo(404);
        assertThat(visitor(me).get("/suggestions?lens=nonsense").status()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void theFormulaIsPrintedWithTheViewersOwnNumbers() {
        var page = visitor(me)
                .get("/suggestions/formula?lens=opportunity&member=" + handle(other))
                .page();
        assertThat(page.text()).contains("Version " + SuggestionModel.VERSION, "Your numbers for Otto Other", "m* =");
        JsonNode numbers =
                json(me, "?lens=opportunity").get("suggestions").get(0).get("numbers");
        double score = Math.sqrt(numbers.get("relevance").asDouble())
                * numbers.get("bridge").asDouble()
                * numbers.get("availability").asDouble();
        assertThat(numbers.get("score").asDouble()).isCloseTo(score, within(1e-9));
        assertThat(page.select(".sum .total td").first().text())
                .isEqualTo(new FormulaNumbers(Language.ENGLISH).of(score));
    }

    /// Found by the area alone, and only by what is shown.
    @Test
    void whoLivesInTheSameAreaIsSeenThroughThatLens() {
        Term city = new Term("Here-" + me.value(), Optional.of("c" + me.value()));
        MemberId near = aMember("Nora Near");
        MemberId secret = aMember("Sven Secret");
        for (MemberId member : List.of(me, near, secret)) {
            profiles.introduce(member, members.find(member).orElseThrow().name(), "", "", city);
        }
        profiles.show(secret, Section.PERSON, Audience.CONNECTIONS);
        assertThat(suggestions
                        .slate(Viewer.of(me), Lens.NEAR_ME)
                        .getFirst()
                        .person()
                        .member()
                        .id())
                .isEqualTo(near);
        assertAbsent(me, secret);
        profiles.show(near, Section.PERSON, Audience.ME);
        assertAbsent(me, near);
    }

    /// What leads to a refusal is not suggested, be it by the gate or by a full week, which nobody can tell apart.
    @Test
    void whoTakesNoStrangersAndSharesNothingButTheAreaIsNotSuggested() {
        Term city = new Term("There-" + me.value(), Optional.of("d" + me.value()));
        MemberId near = aMember("Nora Near");
        for (MemberId member : List.of(me, near)) {
            profiles.introduce(member, members.find(member).orElseThrow().name(), "", "", city);
        }
        assertThat(json(me, "?lens=near-me").toString()).contains(handle(near));
        gates.choose(near, Gate.COMMON_GROUND);
        assertAbsent(me, near);
        gates.choose(near, Gate.ANYONE);
        sql.sql("""
                        INSERT INTO stranger_meter (member_id, week, used)
                        VALUES (:member, date_trunc('week', now() AT TIME ZONE 'UTC')::date, 15)
                        """).param("member", near.value()).update();
        assertAbsent(me, near);
        gates.choose(near, Gate.COMMON_GROUND);
        connected(between, near);
        assertThat(slate(me)).as("with a mutual connection").contains(near);
    }

    @Test
    void theOperatorSetsThePeakAndNobodyElseDoes() {
        var operator = visitor(anOperator("Olga Operator"));
        assertThat(operator.post("/operator/suggestions", "peak", "0").status()).isEqualTo(422);
        assertThat(operator.post("/operator/suggestions", "peak", "12x").status())
                .isEqualTo(422);
        assertThat(operator.post("/operator/suggestions", "peak", "12").status())
                .isEqualTo(303);
        assertThat(json(me, "").get("peak").asInt()).isEqualTo(12);
        assertThat(visitor(me).post("/operator/suggestions", "peak", "3").status())
                .isEqualTo(404);
        assertThat(operator.post("/operator/suggestions", "peak", "10").status())
                .isEqualTo(303);
    }

    /// The canary: whatever an observer reads of suggestions is the same bytes with the hidden ties and without them.
    @ParameterizedTest
    @EnumSource(names = {"ME", "CONNECTIONS"})
    void aHiddenListCannotBeReconstructed(Audience audience) {
        MemberId shy = aMember("Shy Canary");
        MemberId open = aMember("Open Friend");
        MemberId far = aMember("Far Friend");
        connected(me, open);
        connected(open, far);
        if (audience == Audience.ME) {
            connected(me, shy); // also from those who are connected to the one who hides
        }
        connections.showList(shy, audience);
        String without = everythingThatIsSaid(me, far, other);
        connected(shy, far);
        connected(shy, other);
        connected(shy, between);
        assertThat(everythingThatIsSaid(me, far, other)).isEqualTo(without);
        connections.showList(shy, Audience.MEMBERS);
        assertThat(everythingThatIsSaid(me, far, other))
                .as("the control: shown, it does count")
                .isNotEqualTo(without);
    }

    private String everythingThatIsSaid(MemberId viewer, MemberId... about) {
        StringBuilder said = new StringBuilder();
        for (Lens lens : Lens.values()) {
            said.append(
                    visitor(viewer).get("/api/suggestions?lens=" + lens.code()).body());
            said.append(withoutToken(visitor(viewer).get("/suggestions?lens=" + lens.code())));
            for (MemberId member : about) {
                said.append(withoutToken(
                        visitor(viewer).get("/suggestions/formula?lens=" + lens.code() + "&member=" + handle(member))));
            }
        }
        said.append(visitor(viewer)
                .with("HX-Request", "true")
                .get("/suggestions/card")
                .body());
        return said.toString();
    }
}
