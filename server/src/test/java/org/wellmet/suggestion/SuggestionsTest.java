package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;
import org.wellmet.visibility.Audience;
import tools.jackson.databind.JsonNode;

/// Suggestions from end to end: who is suggested to whom, and what is said about them.
class SuggestionsTest extends SuggestionTest {
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
                        "between",
                        "effect",
                        "reasons",
                        "address",
                        "numbers");
        assertThat(one.get("between").get("handle").asString()).isEqualTo(handle(between));
        assertThat(one.get("numbers").propertyNames()).containsExactlyInAnyOrder("damped", "factors", "score");
        assertThat(one.get("numbers").get("factors").propertyNames())
                .containsExactlyInAnyOrder("relevance", "bridge", "availability");
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
        assertThat(operator.get("/api/operator/suggestions").body()).isEqualTo("{\"peak\":12}");
        assertThat(operator.send(
                                "POST",
                                "/api/operator/suggestions",
                                "application/json",
                                "{\"peak\":14}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .isEqualTo("{\"peak\":14}");
        assertThat(suggestions.model().peak()).isEqualTo(14);
        assertThat(operator.post("/operator/suggestions", "peak", "10").status())
                .isEqualTo(303);
    }

    @Test
    void oneMutualConnectionIsNamedAndLedTo() {
        MemberId more = aMember("Mara More");
        connected(me, more);
        connected(more, other);
        var chips = visitor(me).get("/suggestions").page().select("#slate .chips");
        assertThat(chips.text()).contains("You both know Bela Between and 1 other");
        assertThat(chips.select("a[href=/in/" + handle(between) + "], a[href=/network/" + handle(other) + "]"))
                .hasSize(2);
        ties.block(between, me);
        chips = visitor(me).get("/suggestions").page().select("#slate .chips");
        assertThat(chips.text()).contains("You both know Mara More").doesNotContain("Bela", "other");
    }

    @Test
    void whatIsSharedLeadsToASearchForIt() {
        Skill skill = new Skill(Skill.Kind.SKILL, Term.of("Zymology & yeast"));
        profiles.add(me, skill);
        profiles.add(other, skill);
        var chip = visitor(me)
                .get("/suggestions")
                .page()
                .select("#slate .chips a[href^=/search]")
                .first();
        assertThat(chip.text()).contains("Zymology & yeast");
        assertThat(chip.attr("href")).isEqualTo("/search?q=Zymology%20%26%20yeast");
        assertThat(visitor(me).get(chip.attr("href")).body()).contains("/in/" + handle(other));
    }
}
