package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;
import org.wellmet.visibility.Viewer;

/// How much is read of connection lists, and that it changes no answer where the lists are no longer.
class SeenTiesTest extends ServerTest {
    private static final int DEGREE = 12;
    private static final int MUTUAL = 4;

    @Autowired
    private Connections connections;

    @Autowired
    private TraitIndex index;

    @Autowired
    private Profiles profiles;

    @Test
    void mutualConnectionsAreWholeHoweverLittleIsReadOfALongList() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        List<MemberId> known = friendsOf(other);
        // The last by key, so that a part of the list holds none of them.
        known.subList(DEGREE - MUTUAL, DEGREE).forEach(each -> connected(viewer, each));

        double[] whole = vector(viewer, other, DEGREE);
        double[] inPart = vector(viewer, other, MUTUAL);

        assertThat(vector(viewer, other, SeenTies.MOST_OF_OTHERS)).isEqualTo(whole);
        for (TieSignal signal : TieSignal.values()) {
            if (signal.isMutual() || signal.isActivity()) {
                assertThat(inPart[signal.at()]).as(signal.name()).isEqualTo(whole[signal.at()]);
            }
        }
        assertThat(whole[TieSignal.MUTUAL.at()]).isEqualTo(Math.log1p(MUTUAL));
    }

    @Test
    void whatIsCountedOnAPartIsTakenForTheWholeByProportion() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        Skill skill = new Skill(Skill.Kind.SKILL, Term.of("Proportionology"));
        Stream.concat(Stream.of(viewer), friendsOf(other).stream()).forEach(each -> profiles.add(each, skill));
        int kind = IntStream.range(0, index.sources().size())
                .filter(each -> index.sources().get(each).name().equals("skill"))
                .findFirst()
                .orElseThrow();
        int company = TraitSignal.COMPANY.at(kind);

        double whole = vector(viewer, other, DEGREE)[company];

        assertThat(whole).isPositive();
        assertThat(vector(viewer, other, MUTUAL)[company]).isEqualTo(whole);
    }

    @Test
    void strangersHaveNoTieButTheirMutualConnections() {
        MemberId viewer = aMember("Viewer");
        MemberId other = aMember("Other");
        connected(viewer, other);
        friendsOf(other).subList(0, MUTUAL).forEach(each -> connected(viewer, each));
        Viewer asked = Viewer.of(viewer);

        SeenTies met = SeenTies.around(connections, asked, List.of(other), false);
        SeenTies strangers = SeenTies.around(connections, asked, List.of(other), true, MUTUAL);

        assertThat(met.degree(other.value())).isEqualTo(DEGREE + 1);
        assertThat(strangers.degree(other.value())).isEqualTo(DEGREE);
        assertThat(strangers.degree(viewer.value())).isEqualTo(MUTUAL);
        assertThat(strangers.list(other.value())).doesNotContain(viewer.value());
        assertThat(strangers.list(viewer.value())).doesNotContain(other.value());
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

    private double[] vector(MemberId viewer, MemberId other, int most) {
        SeenTies ties = SeenTies.around(connections, Viewer.of(viewer), List.of(other), false, most);
        return index.read(() -> {
            SeenNetwork network = new SeenNetwork(index, ties, viewer, Map.of(), List.of(other), 24_300);
            return new Signals(network).of(SeenNetwork.VIEWER, new int[] {1})[0];
        });
    }
}
