package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wellmet.graph.RandomGraphs.Kind;

/// Every question against [SimpleGraph], which is too simple to be wrong, on graphs of every kind, seen through
/// rules of every kind, with the lists in the base, in the delta, and in both.
class OracleTest {
    private static final int SIZE = 60;
    private static final LogPosition POSITION = new LogPosition(3, 4);

    static Stream<Arguments> graphs() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(1L, 2L, 20_261_122L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("graphs")
    void aLoadedGraphAnswersAsTheOracleDoes(Kind kind, long seed) {
        Random random = new Random(seed);
        List<GraphChange> changes = RandomGraphs.of(kind, SIZE, random);
        try (SocialGraph graph = loaded(changes)) {
            SimpleGraph oracle = SimpleGraph.EMPTY.with(changes, POSITION);
            compareAll(graph, oracle, random);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("graphs")
    void aChangedGraphAnswersAsTheOracleDoes(Kind kind, long seed) {
        Random random = new Random(seed);
        List<GraphChange> changes = RandomGraphs.of(kind, SIZE, random);
        List<GraphChange> more = new ArrayList<>();
        IntStream.range(0, 60).forEach(_ -> more.add(RandomGraphs.anyChange(SIZE, random)));
        try (SocialGraph graph = loaded(changes)) {
            graph.apply(more, POSITION);
            SimpleGraph oracle = SimpleGraph.EMPTY.with(changes, POSITION).with(more, POSITION);
            compareAll(graph, oracle, random);
            graph.compact();
            compareAll(graph, oracle, random);
        }
    }

    private static SocialGraph loaded(List<GraphChange> changes) {
        GraphLoader loader = SocialGraph.loader();
        for (GraphChange change : changes) {
            switch (change) {
                case GraphChange.Connect(long a, long b) -> loader.connect(a, b);
                case GraphChange.AddMember(long key) -> loader.addMember(key);
                default -> throw new IllegalArgumentException("not a thing to load: " + change);
            }
        }
        return loader.finish(POSITION);
    }

    private static void compareAll(SocialGraph graph, SimpleGraph oracle, Random random) {
        assertThat(graph.memberCount()).isEqualTo(oracle.memberCount());
        assertThat(graph.connectionCount()).isEqualTo(oracle.connectionCount());
        for (int round = 0; round < 3; round++) {
            VisibilityRule rule = round == 0 ? VisibilityRule.everything() : RandomGraphs.anyRule(SIZE, random);
            SimpleGraph visible = oracle.seenThrough(rule);
            for (int member = 0; member < SIZE; member += 1 + random.nextInt(8)) {
                compare(graph, visible, rule, RandomGraphs.key(member), random);
            }
        }
    }

    private static void compare(SocialGraph graph, SimpleGraph visible, VisibilityRule rule, long key, Random random) {
        List<Long> everyone =
                IntStream.range(0, SIZE + 1).mapToObj(RandomGraphs::key).toList();
        assertThat(graph.separations(key, everyone, rule)).isEqualTo(visible.separations(key, everyone));
        assertThat(graph.reach(key, rule)).isEqualTo(visible.reach(key));
        int limit = random.nextInt(6);
        assertThat(graph.neighbors(key, limit, rule)).isEqualTo(visible.neighbors(key, limit));
        graph.mutualConnections(key, everyone, limit, rule)
                .forEach((other, mutual) -> assertThat(mutual).isEqualTo(visible.mutualConnections(key, other, limit)));
        CandidateQuestion question = new CandidateQuestion(
                key,
                limit + 1,
                ClosenessIndex.values()[random.nextInt(3)],
                Set.of(RandomGraphs.key(random.nextInt(SIZE))),
                2 + random.nextInt(30),
                random.nextInt(4));
        Reach reach = graph.reach(key, rule);
        assertThat(graph.reachAtTwo(key, rule)).isEqualTo(new Reach(reach.asOf(), reach.first(), reach.second(), 0));
        assertThat(graph.candidates(question, rule)).isEqualTo(visible.candidates(question));
        CandidateQuestion naming = question.naming(Set.copyOf(everyone.subList(0, random.nextInt(SIZE))));
        assertThat(graph.candidates(naming, rule)).isEqualTo(visible.candidates(naming));
        assertThat(graph.candidateScores(naming, rule).entrySet().stream().toList())
                .isEqualTo(visible.candidates(naming).best().stream()
                        .map(candidate -> Map.entry(candidate.key(), candidate.score()))
                        .toList());
        CandidateQuestion everybody = CandidateQuestion.of(key, CandidateQuestion.MAX_LIMIT);
        assertThat(visible.candidates(everybody).best())
                .as("with less effort fewer are found, each with whole sums")
                .containsAll(graph.candidates(everybody.within(random.nextInt(60)), rule)
                        .best());
        for (int some = 0; some < 5; some++) {
            long other = RandomGraphs.key(random.nextInt(SIZE + 1));
            assertThat(graph.shortestPaths(key, other, limit + 1, rule))
                    .as("paths from %d to %d", key, other)
                    .isEqualTo(visible.shortestPaths(key, other, limit + 1));
            assertThat(graph.separation(key, other, rule)) // alone, it may be looked for from the other side
                    .isEqualTo(visible.separations(key, List.of(other)).to(other));
            List<GraphPath> all = visible.shortestPaths(key, other, 1_000).paths();
            List<GraphPath> any = graph.anyShortestPath(key, other, rule).paths();
            assertThat(any).hasSize(Math.min(1, all.size()));
            assertThat(all).containsAll(any);
        }
    }
}
