package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.connection.ViewedGraph;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;
import org.wellmet.visibility.Standing;

/// How much is looked at of whom somebody is connected to, and that it changes no answer where that is all.
class SeenNetworkTest extends ServerTest {
    private static final int DEGREE = 12;
    private static final int MUTUAL = 4;
    private static final int OTHER = 1;

    @Autowired
    private ViewedGraph graph;

    @Autowired
    private TraitIndex index;

    @Autowired
    private Profiles profiles;

    @Test
    void mutualConnectionsAreWholeHoweverLittleIsReadOfALongList() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        List<MemberId> known = friendsOf(other);
        known.subList(DEGREE - MUTUAL, DEGREE).forEach(each -> connected(viewer, each));

        double[] whole = vector(viewer, other, DEGREE);
        double[] inPart = vector(viewer, other, MUTUAL);

        assertThat(vector(viewer, other, Relevance.MOST_LOOKED_AT)).isEqualTo(whole);
        for (TieSignal signal : TieSignal.values()) {
            if (signal.isMutual() || signal.isActivity()) {
                assertThat(inPart[signal.at()]).as(signal.name()).isEqualTo(whole[signal.at()]);
            }
        }
        assertThat(whole[TieSignal.MUTUAL.at()]).isEqualTo(Math.log(1 + MUTUAL));
    }

    @Test
    void whatIsCountedOnAPartIsTakenForTheWholeByProportion() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        Skill skill = new Skill(Skill.Kind.SKILL, Term.of("Proportionology"));
        Stream.concat(Stream.of(viewer), friendsOf(other).stream()).forEach(each -> profiles.add(each, skill));

        double whole = vector(viewer, other, DEGREE)[company()];

        assertThat(whole).isPositive();
        assertThat(vector(viewer, other, MUTUAL)[company()]).isEqualTo(whole);
    }

    @Test
    void strangersHaveNoTieButTheirMutualConnections() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        connected(viewer, other);
        friendsOf(other).subList(0, MUTUAL).forEach(each -> connected(viewer, each));
        look(viewer, other, false, looking -> {
            SeenNetwork met = looking.at(List.of(other)).network();
            assertThat(met.degree(OTHER)).isEqualTo(DEGREE + 1);
            assertThat(met.degree(SeenNetwork.VIEWER)).isEqualTo(MUTUAL + 1);
            return met;
        });
        look(viewer, other, true, looking -> {
            SeenNetwork strangers = looking.at(List.of(other)).network();
            assertThat(strangers.degree(OTHER)).isEqualTo(DEGREE);
            assertThat(strangers.degree(SeenNetwork.VIEWER)).isEqualTo(MUTUAL);
            assertThat(strangers.neighbors(SeenNetwork.VIEWER)).hasSize(MUTUAL).doesNotContain(OTHER);
            assertThat(strangers.mutual(SeenNetwork.VIEWER, OTHER).count()).isEqualTo(MUTUAL);
            return strangers;
        });
    }

    /// The viewer is no company, even of whoever they are connected to.
    @Test
    void aViewerIsNoCompanyOfTheirOwn() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        profiles.add(viewer, new Skill(Skill.Kind.SKILL, Term.of("Solitudology")));
        connected(viewer, other);

        assertThat(vector(viewer, other, DEGREE)[company()]).isNegative();
    }

    /// Of an outlook no signal differs from a closer look but those that take one.
    @Test
    void anOutlookIsACloserLookWithoutWhomTheyAreConnectedTo() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        Skill skill = new Skill(Skill.Kind.SKILL, Term.of("Outlookology"));
        Stream.concat(Stream.of(viewer, other), friendsOf(other).stream()).forEach(each -> profiles.add(each, skill));
        connected(viewer, other);

        double[] outlook = look(
                viewer, other, false, looking -> looking.from(List.of(other)).vectors()[0]);
        double[] closer = vector(viewer, other, DEGREE);

        for (int kind = 0; kind < index.sources().size(); kind++) {
            closer[TraitSignal.COMPANY.at(kind)] = 0;
            closer[TraitSignal.AROUND.at(kind)] = 0;
        }
        closer[TieSignal.COMPANIONS.at()] = 0;
        assertThat(outlook).isEqualTo(closer);
        assertThat(outlook).isNotEqualTo(vector(viewer, other, DEGREE));
    }

    private List<MemberId> friendsOf(MemberId member) {
        List<MemberId> friends = new ArrayList<>();
        for (int i = 0; i < DEGREE; i++) {
            MemberId friend = aMember("Friend " + i);
            connected(member, friend);
            friends.add(friend);
        }
        return friends;
    }

    private int company() {
        return TraitSignal.COMPANY.at(IntStream.range(0, index.sources().size())
                .filter(each -> index.sources().get(each).name().equals("skill"))
                .findFirst()
                .orElseThrow());
    }

    private double[] vector(MemberId viewer, MemberId other, int listed) {
        return look(
                viewer,
                other,
                false,
                looking -> looking.at(List.of(other), listed).vectors()[0]);
    }

    private <T> T look(MemberId viewer, MemberId other, boolean areStrangers, Function<Looking, T> question) {
        return graph.ask(
                viewer,
                (whole, rule) -> index.read(() -> question.apply(new Looking(
                        index, whole, rule, viewer, Map.of(other, Standing.MEMBER), areStrangers, 24_300))));
    }
}
