package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor.Answer;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Language;
import tools.jackson.databind.JsonNode;

/// What a lens changes: the slate, the reasons, the numbers.
class LensTest extends SuggestionTest {
    @Test
    void theFormulaIsPrintedWithTheViewersOwnNumbers() {
        var page = visitor(me)
                .get("/suggestions/formula?lens=opportunity&member=" + handle(other))
                .page();
        assertThat(page.text()).contains("Version " + SuggestionModel.VERSION, "Your numbers for Otto Other", "m* =");
        assertThat(page.select(".sum th").eachText())
                .as("what one needs to check the relevance")
                .containsSubsequence("Sum", "Intercept", "Slope", "Relevance, the probability that the sum stands for");
        JsonNode numbers =
                json(me, "?lens=opportunity").get("suggestions").get(0).get("numbers");
        JsonNode factors = numbers.get("factors");
        double score = Math.sqrt(factors.get("relevance").asDouble())
                * Math.sqrt(factors.get("bridge").asDouble())
                * factors.get("fit").asDouble()
                * factors.get("availability").asDouble();
        assertThat(numbers.get("score").asDouble()).isCloseTo(score, withinPercentage(1.5));
        assertThat(page.select(".sum .total td").first().text())
                .isEqualTo(new FormulaNumbers(Language.ENGLISH)
                        .of(numbers.get("score").asDouble()));
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

    /// One shares a rare skill, one has what I look for, one lives here: each is first through one lens, and the first
    /// chip says why.
    @Test
    void eachLensPutsAnotherFirstAndSaysWhyFirst() {
        String mark = "q" + me.value();
        MemberId alike = aMember("Alma Alike");
        MemberId useful = aMember("Udo Useful");
        MemberId near = aMember("Nele Near");
        for (MemberId member : List.of(alike, useful, near)) {
            connected(between, member);
        }
        Skill rare = new Skill(Skill.Kind.SKILL, Term.of("Rare " + mark));
        profiles.add(me, rare);
        profiles.add(alike, rare);
        profiles.aim(me, "Somebody for " + mark + "ism", "");
        profiles.aim(useful, "", "Practice in " + mark + "ism");
        Term city = new Term("City-" + mark, Optional.of(mark));
        for (MemberId member : List.of(me, near)) {
            profiles.introduce(member, members.find(member).orElseThrow().name(), "", "", city);
        }
        assertFirst(Lens.LIKE_MINDED, alike, "Rare " + mark);
        assertFirst(Lens.OPPORTUNITY, useful, mark + "ism");
        assertFirst(Lens.NEAR_ME, near, "City-" + mark);
    }

    private void assertFirst(Lens lens, MemberId expected, String reason) {
        var first = visitor(me)
                .get("/suggestions?lens=" + lens.code())
                .page()
                .select("#slate ol > li")
                .first();
        assertThat(first.select(".who a").attr("href")).as(lens.code()).isEqualTo("/in/" + handle(expected));
        assertThat(first.select(".chip").first().text()).contains(reason);
    }

    @Test
    void aLensThatThereIsNotIsTheUsualOneAndForProgramsAProblemThatNamesThoseThereAre() {
        var page = visitor(me).get("/suggestions?lens=nonsense").page();
        assertThat(page.select(".tabs [aria-current=page]").text()).isEqualTo("Balanced");
        assertThat(visitor(me).get("/suggestions/formula?lens=nonsense").status())
                .isEqualTo(200);
        Answer problem = visitor(me).get("/api/suggestions?lens=nonsense");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(JSON.readTree(problem.body())
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asString())
                .contains("balanced", "like-minded", "opportunity", "near-me");
        assertThat(json(me, "/lenses").size()).isEqualTo(Lens.values().length);
    }
}
