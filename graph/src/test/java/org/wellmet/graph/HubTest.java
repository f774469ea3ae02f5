package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;

/// What differs where lists are long: other ways to the same answer, and bounds.
class HubTest {
    private static final VisibilityRule ALL = VisibilityRule.everything();
    private static final long HUB = 1_000_000;

    @Test
    void mutualConnectionsWithAHubAreTheSameByEveryWay() {
        Random random = new Random(11);
        List<GraphChange> changes = new ArrayList<>();
        LongStream.rangeClosed(1, 3_000).filter(key -> key % 3 != 0).forEach(key -> changes.add(new Connect(HUB, key)));
        for (long size : new long[] {1, 5, 50, 240, 1_500}) {
            for (int i = 0; i < size; i++) {
                changes.add(new Connect(HUB + size, 1 + random.nextInt(3_000)));
            }
        }
        SimpleGraph oracle = SimpleGraph.EMPTY.with(changes, LogPosition.START);
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(changes, LogPosition.START);
            for (int round = 0; round < 2; round++) {
                for (long size : new long[] {1, 5, 50, 240, 1_500}) {
                    assertThat(graph.mutualConnections(HUB, HUB + size, 7, ALL))
                            .as("with a list of %d", size)
                            .isEqualTo(oracle.mutualConnections(HUB, HUB + size, 7));
                }
                graph.compact();
            }
        }
    }

    @Test
    void candidatesOfOneWhoKnowsManyHubsComeFromTheSmallListsAndSaySoAndAreCountedInFull() {
        int hubCount = 50;
        int hubDegree = 20_000;
        GraphLoader loader = SocialGraph.loader();
        for (long hub = 1; hub <= hubCount; hub++) {
            loader.connect(HUB, hub);
            for (long other = 1; other <= hubDegree; other++) {
                loader.connect(hub, 10_000_000 + other);
            }
        }
        loader.connect(HUB, 77).connect(77, 78);
        try (SocialGraph graph = loader.finish(LogPosition.START)) {
            CandidateQuestion question = CandidateQuestion.of(HUB, 1_000);
            Candidates all = graph.candidates(question, ALL);
            assertThat(all.isComplete()).isFalse();
            assertThat(all.best().getFirst().mutualCount()).isEqualTo(hubCount);
            assertThat(all.best()).noneMatch(candidate -> candidate.key() == 78); // below so many
            Candidates cheap = graph.candidates(question.within(100), ALL);
            assertThat(cheap.isComplete()).isFalse();
            assertThat(cheap.best()).extracting(Candidate::key).containsExactly(78L);

            CandidateQuestion capped =
                    new CandidateQuestion(HUB, 10, ClosenessIndex.RESOURCE_ALLOCATION, Set.of(), 1_000, 3);
            Candidates few = graph.candidates(capped, ALL);
            assertThat(few.isComplete()).isTrue();
            assertThat(few.best()).containsExactly(new Candidate(78, 0.5, 1, List.of(77L)));
        }
    }

    /// Lists around the bound, with some hidden, before and after the changes are compacted.
    @ParameterizedTest(name = "at most {0}")
    @ValueSource(ints = {2, 7, 8, 9, 39, 40, 41})
    void candidatesUnderARuleAreCarriedByThoseWithFewEnoughEdgesSeen(int most) {
        Random random = new Random(most);
        List<GraphChange> changes = new ArrayList<>();
        for (long carrier = 1; carrier <= 60; carrier++) {
            changes.add(new Connect(HUB, carrier));
            for (int i = 0; i < carrier; i++) {
                changes.add(new Connect(carrier, 100 + random.nextInt(90)));
            }
        }
        VisibilityRule rule = VisibilityRule.seenBy(HUB)
                .concealing(Set.of(3L, 30L, 101L, 102L, 103L, 150L))
                .leavingOut(Set.of(104L, 160L, 50L));
        CandidateQuestion question = new CandidateQuestion(HUB, 90, ClosenessIndex.ADAMIC_ADAR, Set.of(), most, 3);
        try (SocialGraph graph = SocialGraph.empty()) {
            for (int from = 0; from < changes.size(); from += 400) { // base, and changes upon it
                graph.compact();
                List<GraphChange> some = changes.subList(from, Math.min(from + 400, changes.size()));
                graph.apply(some, LogPosition.START);
                SimpleGraph oracle = SimpleGraph.EMPTY.with(changes.subList(0, from + some.size()), LogPosition.START);
                assertThat(graph.candidates(question, rule))
                        .isEqualTo(oracle.seenThrough(rule).candidates(question));
            }
        }
    }

    @Test
    void countingALongListStopsWhereEnoughIsSeen() {
        List<GraphChange> changes = new ArrayList<>();
        LongStream.rangeClosed(1, 100).forEach(key -> changes.add(new Connect(HUB, key)));
        Version version = new Batch(Version.empty()).after(changes, LogPosition.START);
        changes.clear();
        LongStream.rangeClosed(50, 60).forEach(key -> changes.add(new Disconnect(HUB, key)));
        LongStream.rangeClosed(200, 205).forEach(key -> changes.add(new Connect(HUB, key)));
        Version changed = new Batch(version.rebased(Rewriting.of(version), version)).after(changes, LogPosition.START);
        int hub = changed.ordinal(HUB);
        AtomicInteger looks = new AtomicInteger();

        assertThat(changed.edges().countUpTo(hub, 5, _ -> looks.incrementAndGet() > 0))
                .isEqualTo(5);
        assertThat(looks.get()).isEqualTo(5);
        assertThat(changed.edges().countUpTo(hub, 500, _ -> true)).isEqualTo(95);
        assertThat(changed.edges().countUpTo(hub, 500, other -> other == changed.ordinal(205)))
                .isOne();
        assertThat(changed.edges().countUpTo(hub, 500, other -> other == changed.ordinal(55)))
                .isZero();
    }

    @Test
    void aCompactionInTheBackgroundLosesNothing() {
        int size = 2_000;
        Random random = new Random(5);
        List<GraphChange> all = new ArrayList<>();
        try (SocialGraph graph = SocialGraph.empty()) {
            for (int batch = 0; batch < 400; batch++) {
                List<GraphChange> changes = new ArrayList<>();
                for (int change = 0; change < 1_000; change++) {
                    changes.add(new Connect(1 + random.nextInt(size), size + 1 + random.nextInt(size)));
                }
                graph.apply(changes, new LogPosition(batch, 0));
                all.addAll(changes);
            }
            SimpleGraph oracle = SimpleGraph.EMPTY.with(all, new LogPosition(399, 0));
            assertThat(graph.connectionCount()).isEqualTo(oracle.connectionCount());
            for (long key = 1; key <= 2 * size; key += 37) {
                assertThat(graph.neighbors(key, 50, ALL)).isEqualTo(oracle.neighbors(key, 50));
            }
        }
    }
}
