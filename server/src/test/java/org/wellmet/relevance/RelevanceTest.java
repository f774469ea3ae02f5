package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.profile.Position;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Blocks;
import org.wellmet.visibility.Viewer;

class RelevanceTest extends ServerTest {
    @Autowired
    private Relevance relevance;

    @Autowired
    private TraitIndex index;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Connections connections;

    @Autowired
    private Blocks blocks;

    @Test
    void whoSharesMoreStandsFirstAndTheReasonsSayWhy() {
        MemberId ada = aMember("Ada");
        MemberId like = aMember("Like");
        MemberId other = aMember("Other");
        List.of(ada, like).forEach(member -> {
            profiles.add(member, new Skill(Skill.Kind.SKILL, Term.of("Zeugmatics")));
            profiles.add(member, position("Zeugma Works", 2015, 2018));
        });

        List<Judgement> judged = relevance.judge(Viewer.of(ada), List.of(other, like, ada));

        assertThat(judged).extracting(Judgement::member).containsExactly(like, other);
        assertThat(judged.getFirst().reasons())
                .extracting(reason -> reason.text().english())
                .contains("Few here know it, you both do: {0}", "Both worked at {0}, {1} to {2}");
        assertThat(judged.getFirst().probability())
                .isGreaterThan(judged.getLast().probability());
        for (Judgement judgement : judged) {
            assertThat(judgement.contributions().stream()
                            .mapToDouble(Contribution::logOdds)
                            .sum())
                    .isCloseTo(judgement.logOdds(), org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(relevance.sharingRareTraits(Viewer.of(ada), 10))
                .contains(like)
                .doesNotContain(ada, other);
    }

    @Test
    void aHiddenSectionLeavesNoTrace() {
        MemberId viewer = aMember("Viewer");
        MemberId hiding = aMember("Hiding");
        MemberId silent = aMember("Silent");
        Skill skill = new Skill(Skill.Kind.SKILL, Term.of("Hiddenology"));
        profiles.add(viewer, skill);
        profiles.show(hiding, Section.SKILLS, Audience.CONNECTIONS);
        profiles.add(hiding, skill);

        List<Judgement> judged = relevance.judge(Viewer.of(viewer), List.of(hiding, silent));

        assertThat(judged.get(0).logOdds()).isEqualTo(judged.get(1).logOdds());
        assertThat(judged)
                .allSatisfy(judgement -> assertThat(judgement.reasons()).isEmpty());
        assertThat(relevance.sharingRareTraits(Viewer.of(viewer), 10)).isEmpty();
    }

    @Test
    void aHiddenSpellingIsReadByNobody() {
        MemberId hiding = aMember("Hiding");
        profiles.show(hiding, Section.SKILLS, Audience.ME);
        profiles.add(hiding, new Skill(Skill.Kind.SKILL, Term.of("SPELLingology")));
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        profiles.add(viewer, new Skill(Skill.Kind.SKILL, Term.of("Spellingology")));
        profiles.add(other, new Skill(Skill.Kind.SKILL, Term.of("spellingology")));

        List<Judgement> judged = relevance.judge(Viewer.of(viewer), List.of(hiding, other));

        assertThat(judged.stream().flatMap(each -> each.reasons().stream()))
                .singleElement()
                .satisfies(reason -> assertThat(reason.text().toString())
                        .contains("spellingology")
                        .doesNotContain("SPELL"));
    }

    @Test
    void aGoalIsOneReasonInItsOwnersWords() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        profiles.aim(viewer, "", "Teaching dinghy sailing, and splicing ropes");
        profiles.aim(other, "Somebody who shows me dinghy sailing.\nA loan for splicing machines", "");

        List<Judgement> judged = relevance.judge(Viewer.of(viewer), List.of(other));

        assertThat(judged.getFirst().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.text().english()).isEqualTo("They look for what you offer: {0}");
            assertThat(reason.text().arguments()).containsExactly("Somebody who shows me dinghy sailing");
        });
    }

    @Test
    void hiddenGoalsAreNoReason() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        profiles.aim(viewer, "", "Teaching quoits");
        profiles.aim(other, "A quoits teacher", "");
        profiles.show(other, Section.GOALS, Audience.CONNECTIONS);

        assertThat(relevance.judge(Viewer.of(viewer), List.of(other)).getFirst().reasons())
                .isEmpty();
    }

    @Test
    void rareSkillsSmallOrganisationsAndTimeTogetherCountMore() {
        MemberId viewer = aMember("Viewer");
        MemberId rare = aMember("Rare");
        MemberId usual = aMember("Usual");
        MemberId small = aMember("Small");
        MemberId big = aMember("Big");
        MemberId early = aMember("Early");
        Skill common = new Skill(Skill.Kind.SKILL, Term.of("Commonology"));
        Skill seldom = new Skill(Skill.Kind.SKILL, Term.of("Seldomology"));
        for (int i = 0; i < 12; i++) {
            MemberId crowd = aMember("Crowd " + i);
            profiles.add(crowd, common);
            profiles.add(crowd, position("Big Works", 2015, 2018));
        }
        List.of(viewer, rare).forEach(member -> profiles.add(member, seldom));
        List.of(viewer, usual).forEach(member -> profiles.add(member, common));
        List.of(viewer, small).forEach(member -> profiles.add(member, position("Small Works", 2015, 2018)));
        List.of(viewer, big).forEach(member -> profiles.add(member, position("Big Works", 2015, 2018)));
        profiles.add(early, position("Small Works", 2009, 2011));

        List<MemberId> order = relevance.judge(Viewer.of(viewer), List.of(rare, usual, small, big, early)).stream()
                .map(Judgement::member)
                .toList();

        assertThat(order.indexOf(rare)).isLessThan(order.indexOf(usual));
        assertThat(order.indexOf(small)).isLessThan(order.indexOf(big));
        assertThat(order.indexOf(small)).isLessThan(order.indexOf(early));
    }

    @Test
    void aHiddenListOfConnectionsLeavesNoTrace() {
        MemberId viewer = aMember("Viewer");
        MemberId between = aMember("Between");
        MemberId other = aMember("Other");
        MemberId lonely = aMember("Lonely");
        connected(viewer, between);
        connected(between, other);
        assertThat(scoreOf(viewer, other)).isGreaterThan(scoreOf(viewer, lonely));

        connections.showList(other, Audience.ME);

        assertThat(scoreOf(viewer, other)).isEqualTo(scoreOf(viewer, lonely));
    }

    @Test
    void whoIsSeparatedByABlockIsNotJudged() {
        MemberId viewer = aMember("Viewer");
        MemberId blocked = aMember("Blocked");
        transactions.run(() -> blocks.lay(blocked, viewer));

        assertThat(relevance.judge(Viewer.of(viewer), List.of(blocked))).isEmpty();
    }

    /// The twin test: an index that followed every change holds what one rebuilt from the tables holds.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anIndexThatFollowedEveryChangeEqualsOneRebuiltFromTheTables(long seed) {
        Random random = new Random(seed);
        List<MemberId> some = List.of(aMember("A"), aMember("B"), aMember("C"), aMember("D"));
        for (int change = 0; change < 40; change++) {
            MemberId member = some.get(random.nextInt(some.size()));
            switch (random.nextInt(5)) {
                case 0 -> profiles.add(member, new Skill(Skill.Kind.SKILL, Term.of("twin " + random.nextInt(6))));
                case 1 -> profiles.add(member, position("Twin " + random.nextInt(3), 2010 + random.nextInt(9), 2020));
                case 2 -> profiles.aim(member, "twin" + random.nextInt(4), "offer" + random.nextInt(4));
                case 3 ->
                    profiles.show(
                            member, Section.SKILLS, random.nextBoolean() ? Audience.MEMBERS : Audience.CONNECTIONS);
                default -> {
                    if (random.nextBoolean()) {
                        members.admit(member);
                    } else {
                        members.suspend(member);
                    }
                }
            }
        }
        Map<String, Object> followed = index.inWords();
        transactions.run(index::rebuild);

        assertThat(index.inWords()).isEqualTo(followed);
    }

    @Test
    void thePageAndTheJsonPrintTheModel() {
        MemberId reader = aMember("Reader");

        assertThat(visitor(reader).get("/relevance").body())
                .contains("The weights in force", "Skills in common", "in order", "The operator can fit the weights")
                .doesNotContain("Fit the weights anew", "so far there are");
        assertThat(visitor(anOperator("Operator")).get("/relevance").body()).contains("./wellmet refit");
        assertThat(visitor(reader).get("/api/relevance").body()).contains("\"bands\"", "\"skill.shared\"");
    }

    private double scoreOf(MemberId viewer, MemberId other) {
        return relevance.judge(Viewer.of(viewer), List.of(other)).getFirst().logOdds();
    }

    private static Position position(String organisation, int from, int to) {
        return new Position(
                Term.of("Engineer"),
                organisation,
                Term.NONE,
                new Period(Optional.of(MonthOrYear.of(from)), Optional.of(MonthOrYear.of(to))),
                "");
    }
}
