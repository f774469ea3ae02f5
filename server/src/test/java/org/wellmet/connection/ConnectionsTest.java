package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wellmet.graph.Separation;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// What the front door tells of the graph, and what it keeps back.
class ConnectionsTest extends ConnectionTest {
    //        ben
    //      /     \
    //  ada        dan -- eve      zoe
    //      \     /
    //        cem
    private MemberId ada;
    private MemberId ben;
    private MemberId cem;
    private MemberId dan;
    private MemberId eve;
    private MemberId zoe;

    @BeforeEach
    void aSmallNetwork() {
        ada = aMember("Ada");
        ben = aMember("Ben");
        cem = aMember("Cem");
        dan = aMember("Dan");
        eve = aMember("Eve");
        zoe = aMember("Zoe");
        tied(ada, ben);
        tied(ada, cem);
        tied(ben, dan);
        tied(cem, dan);
        tied(dan, eve);
    }

    @Test
    void separationsOfAPageComeTogether() {
        assertThat(connections.separations(Viewer.of(ada), List.of(ada, ben, dan, eve, zoe)))
                .containsEntry(ada, Separation.SELF)
                .containsEntry(ben, Separation.FIRST)
                .containsEntry(dan, Separation.SECOND)
                .containsEntry(eve, Separation.THIRD)
                .containsEntry(zoe, Separation.OUT_OF_NETWORK);
        assertThat(connections.steps(Viewer.of(ada), List.of(ada, ben, dan, eve, zoe)))
                .containsOnlyKeys(ben, dan, eve)
                .containsEntry(eve, 3);
        assertThat(connections.separations(Viewer.ANONYMOUS, List.of(ada))).isEmpty();
    }

    @Test
    void mutualConnectionsAndPathsNameWhoIsBetween() {
        assertThat(connections.mutuals(Viewer.of(ada), dan, 10)).isEqualTo(new Mutuals(2, List.of(ben, cem)));
        assertThat(connections.mutuals(Viewer.of(ada), dan, 1)).isEqualTo(new Mutuals(2, List.of(ben)));
        assertThat(connections.paths(Viewer.of(ada), eve, 5))
                .containsExactlyInAnyOrder(List.of(ada, ben, dan, eve), List.of(ada, cem, dan, eve));
        assertThat(connections.path(Viewer.of(ada), zoe)).isEmpty();
        assertThat(connections.count(Viewer.of(ada), dan)).isEqualTo(3);
    }

    @Test
    void aBlockedMemberIsInNoCountNoPathAndNoMutual() {
        ties.block(ben, ada);

        for (Viewer viewer : List.of(Viewer.of(ada), Viewer.of(ben))) {
            MemberId other = viewer.is(ada) ? ben : ada;
            assertThat(connections.separation(viewer, other)).isEqualTo(Separation.OUT_OF_NETWORK);
            assertThat(connections.path(viewer, other)).isEmpty();
            assertThat(connections.count(viewer, other)).isZero();
        }
        assertThat(connections.mutuals(Viewer.of(ada), dan, 10)).isEqualTo(new Mutuals(1, List.of(cem)));
        assertThat(connections.paths(Viewer.of(ada), eve, 5)).containsExactly(List.of(ada, cem, dan, eve));
        assertThat(connections.count(Viewer.of(ada), dan)).isEqualTo(2);
    }

    @Test
    void aSuspendedMemberIsInNoCountNoPathAndNoListUntilTheyAreBack() {
        members.suspend(ben);

        assertThat(connections.count(Viewer.of(ada), ada)).isEqualTo(1);
        assertThat(connections.list(ada, "", "")).extracting(Connection::other).containsExactly(cem);
        assertThat(connections.mutuals(Viewer.of(ada), dan, 10)).isEqualTo(new Mutuals(1, List.of(cem)));
        assertThat(connections.paths(Viewer.of(ada), dan, 5)).containsExactly(List.of(ada, cem, dan));

        members.admit(ben);
        assertThat(connections.mutuals(Viewer.of(ada), dan, 10).count()).isEqualTo(2);
    }

    @Test
    void theStricterOfTwoListSettingsHoldsForWhatOthersSee() {
        connections.showList(dan, Audience.ME);

        assertThat(connections.separation(Viewer.of(ada), dan)).isEqualTo(Separation.OUT_OF_NETWORK);
        assertThat(connections.mutuals(Viewer.of(ada), dan, 10)).isEqualTo(Mutuals.NONE);
        assertThat(connections.path(Viewer.of(ada), eve)).isEmpty();
        assertThat(connections.count(Viewer.of(ada), dan)).isZero();
        assertThat(connections.count(Viewer.of(ben), dan))
                .as("but for one's own edge")
                .isEqualTo(1);
        assertThat(connections.count(Viewer.of(dan), dan)).isEqualTo(3);

        connections.showList(dan, Audience.CONNECTIONS);
        assertThat(connections.count(Viewer.of(ben), dan)).isEqualTo(3);
        assertThat(connections.count(Viewer.of(ada), dan)).isZero();

        connections.showList(dan, Audience.MEMBERS);
        assertThat(connections.count(Viewer.of(ada), dan)).isEqualTo(3);
    }

    @Test
    void theListIsPagedByPlaceAndSearchedByNameWithoutAccents() {
        List<MemberId> many = new ArrayList<>();
        for (int i = 0; i < Connections.PAGE_SIZE + 5; i++) {
            MemberId other = aMember(i == 7 ? "Émilie Thériault" : "Person " + i);
            connected(zoe, other);
            many.addFirst(other);
        }
        List<Connection> first = connections.list(zoe, "", "");
        List<Connection> second = connections.list(zoe, "", first.getLast().cursor());

        assertThat(first).hasSize(Connections.PAGE_SIZE);
        assertThat(second).hasSize(5);
        assertThat(first.stream().map(Connection::other).toList()).isEqualTo(many.subList(0, Connections.PAGE_SIZE));
        assertThat(second.stream().map(Connection::other).toList())
                .isEqualTo(many.subList(Connections.PAGE_SIZE, many.size()));
        assertThat(connections.list(zoe, "theriault", "")).hasSize(1);
        assertThat(connections.list(zoe, "ÉMILIE", "")).hasSize(1);
        assertThat(connections.list(zoe, "%", "")).isEmpty();
        assertThat(connections.list(zoe, "", "nonsense")).hasSize(Connections.PAGE_SIZE);
    }
}
