package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wellmet.graph.Fixtures.graph;
import static org.wellmet.graph.Separation.FIRST;
import static org.wellmet.graph.Separation.OUT_OF_NETWORK;
import static org.wellmet.graph.Separation.SECOND;
import static org.wellmet.graph.Separation.SELF;
import static org.wellmet.graph.Separation.THIRD;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.GraphChange.Hide;
import org.wellmet.graph.GraphChange.RemoveMember;
import org.wellmet.graph.GraphChange.Unhide;

class SocialGraphTest {
    private static final VisibilityRule ALL = VisibilityRule.everything();

    @Test
    void separationCountsStepsAlongTheShortestPath() {
        //  1 -- 2 -- 3 -- 4 -- 5      6
        SocialGraph graph = graph("1-2 2-3 3-4 4-5", new AddMember(6));

        assertThat(graph.separations(1, List.of(1L, 2L, 3L, 4L, 5L, 6L, 77L), ALL)
                        .byKey())
                .containsExactly(
                        Map.entry(1L, SELF),
                        Map.entry(2L, FIRST),
                        Map.entry(3L, SECOND),
                        Map.entry(4L, THIRD),
                        Map.entry(5L, OUT_OF_NETWORK),
                        Map.entry(6L, OUT_OF_NETWORK),
                        Map.entry(77L, OUT_OF_NETWORK));
        assertThat(graph.separation(77, 1, ALL)).isEqualTo(OUT_OF_NETWORK);
        assertThat(graph.separation(77, 77, ALL)).isEqualTo(SELF);
    }

    @Test
    void answersSayWhichLogPositionTheyStandFor() {
        SocialGraph graph = SocialGraph.empty();
        assertThat(graph.position()).isEqualTo(LogPosition.START);

        graph.apply(List.of(new Connect(1, 2)), new LogPosition(700, 12));

        assertThat(graph.separations(1, List.of(2L), ALL).asOf()).isEqualTo(new LogPosition(700, 12));
        assertThat(graph.reach(1, ALL).asOf()).isEqualTo(new LogPosition(700, 12));
    }

    @Test
    void aReplayKeepsTheLaterPositionAndTheSameGraph() {
        SocialGraph graph = SocialGraph.empty();
        graph.apply(List.of(new Connect(1, 2), new Disconnect(1, 2), new Connect(2, 3)), new LogPosition(9, 3));

        graph.apply(List.of(new Disconnect(1, 2), new Connect(2, 3)), new LogPosition(9, 2));

        assertThat(graph.position()).isEqualTo(new LogPosition(9, 3));
        assertThat(graph.connectionCount()).isEqualTo(1);
        assertThat(graph.memberCount()).isEqualTo(3);
    }

    @Test
    void mutualConnectionsAreCountedAndTheFirstAreNamed() {
        //      3
        //    / | \
        //   1  4  2      1 and 2 share 3, 4 and 5
        //    \ 5 /
        SocialGraph graph = graph("1-3 1-4 1-5 2-3 2-4 2-5 3-4 1-6 2-7");

        assertThat(graph.mutualConnections(1, 2, 2, ALL))
                .isEqualTo(new MutualConnections(new LogPosition(1, 2), 3, List.of(3L, 4L)));
        assertThat(graph.mutualConnections(6, 7, 2, ALL).count()).isZero();
        assertThat(graph.mutualConnections(1, List.of(2L, 7L, 99L), 5, ALL))
                .hasSize(3)
                .hasEntrySatisfying(2L, mutual -> assertThat(mutual.first()).containsExactly(3L, 4L, 5L))
                .hasEntrySatisfying(7L, mutual -> assertThat(mutual.count()).isZero())
                .hasEntrySatisfying(99L, mutual -> assertThat(mutual.count()).isZero());
    }

    @Test
    void shortestPathsComeInTheOrderOfTheirKeys() {
        //   1 -- 2 -- 4 -- 6
        //     \- 3 -/ \ 5 -- 6
        SocialGraph graph = graph("1-3 1-2 2-4 3-4 4-6 4-5 5-6");

        ShortestPaths all = graph.shortestPaths(1, 6, 10, ALL);
        assertThat(all.paths())
                .extracting(GraphPath::keys)
                .containsExactly(List.of(1L, 2L, 4L, 6L), List.of(1L, 3L, 4L, 6L));
        assertThat(all.isComplete()).isTrue();

        ShortestPaths one = graph.shortestPaths(1, 6, 1, ALL);
        assertThat(one.paths()).extracting(GraphPath::length).containsExactly(3);
        assertThat(one.isComplete()).isFalse();
    }

    @Test
    void aPathHasAtMostSixSteps() {
        SocialGraph graph = graph("1-2 2-3 3-4 4-5 5-6 6-7 7-8");

        assertThat(graph.shortestPaths(1, 7, 1, ALL).paths()).hasSize(1);
        assertThat(graph.shortestPaths(1, 8, 1, ALL).paths()).isEmpty();
        assertThat(graph.shortestPaths(1, 1, 1, ALL).paths()).containsExactly(new GraphPath(List.of(1L)));
        assertThat(graph.shortestPaths(1, 99, 1, ALL).paths()).isEmpty();
    }

    @Test
    void reachCountsMembersAtEachDistance() {
        //  1 -- 2 -- 4 -- 5 -- 6
        //   \- 3 -/
        SocialGraph graph = graph("1-2 1-3 2-4 3-4 4-5 5-6");

        assertThat(graph.reach(1, ALL)).isEqualTo(new Reach(new LogPosition(1, 2), 2, 1, 1));
        assertThat(graph.reach(99, ALL).total()).isZero();
    }

    @Test
    void neighborsAreCountedAndTheFirstAreNamed() {
        SocialGraph graph = graph("5-1 5-9 5-3");

        assertThat(graph.neighbors(5, 2, ALL)).isEqualTo(new Neighbors(new LogPosition(1, 2), 3, List.of(1L, 3L)));
        assertThat(graph.neighbors(99, 2, ALL).count()).isZero();
    }

    @Test
    void aHiddenMemberIsInNoAnswerUntilUnhidden() {
        //  1 -- 2 -- 3
        SocialGraph graph = graph("1-2 2-3", new Hide(2));

        assertThat(graph.separation(1, 3, ALL)).isEqualTo(OUT_OF_NETWORK);
        assertThat(graph.separation(1, 2, ALL)).isEqualTo(OUT_OF_NETWORK);
        assertThat(graph.neighbors(1, 9, ALL).count()).isZero();
        assertThat(graph.memberCount()).isEqualTo(3);

        graph.apply(List.of(new Unhide(2)), new LogPosition(1, 3));
        assertThat(graph.separation(1, 3, ALL)).isEqualTo(SECOND);
    }

    @Test
    void aRemovedMemberComesBackWithoutEdges() {
        SocialGraph graph = graph("1-2 2-3", new Hide(2), new RemoveMember(2));
        assertThat(graph.holds(2)).isFalse();
        assertThat(graph.connectionCount()).isZero();

        graph.apply(List.of(new AddMember(2), new Connect(1, 2)), new LogPosition(1, 3));
        assertThat(graph.separation(1, 2, ALL)).isEqualTo(FIRST);
        assertThat(graph.separation(1, 3, ALL)).isEqualTo(OUT_OF_NETWORK);
    }

    @Test
    void loopsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Connect(4, 4))
                .withMessage("a member cannot connect to itself: key 4");
    }

    @Test
    void aBatchThatIsTooLargeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph("1-2").separations(1, Collections.nCopies(1_001, 2L), ALL))
                .withMessage("expected at most 1000 keys, got 1001");
    }
}
