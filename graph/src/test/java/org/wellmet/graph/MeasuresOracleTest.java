package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wellmet.graph.RandomGraphs.Kind;

/// The measures against their definitions, word for word, on the graph as a rule shows it.
class MeasuresOracleTest {
    private static final int SIZE = 40;

    static Stream<Arguments> graphs() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(1L, 2L).map(seed -> Arguments.of(kind, seed)));
    }

    private static SimpleGraph visible(Kind kind, Random random, SocialGraph graph, VisibilityRule rule) {
        List<GraphChange> changes = new ArrayList<>(RandomGraphs.of(kind, SIZE, random));
        IntStream.range(0, 20).forEach(_ -> changes.add(RandomGraphs.anyChange(SIZE, random)));
        graph.apply(changes, LogPosition.START);
        return SimpleGraph.EMPTY.with(changes, LogPosition.START).seenThrough(rule);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("graphs")
    void egoNetworksAreAsDefined(Kind kind, long seed) {
        Random random = new Random(seed);
        try (SocialGraph graph = SocialGraph.empty()) {
            VisibilityRule rule = RandomGraphs.anyRule(SIZE, random);
            SimpleGraph visible = visible(kind, random, graph, rule);
            for (int member = 0; member < SIZE; member++) {
                long ego = RandomGraphs.key(member);
                compare(graph.egoNetwork(ego, 5, rule), visible, ego);
                assertThat(graph.egoNetwork(ego, 5, rule)).isEqualTo(graph.egoNetwork(ego, 5, rule));
            }
        }
    }

    private static void compare(EgoNetwork network, SimpleGraph visible, long ego) {
        List<Long> alters = new ArrayList<>(visible.list(ego));
        double n = alters.size();
        long ties = alters.stream()
                        .mapToLong(a -> alters.stream()
                                .filter(b -> visible.list(a).contains(b))
                                .count())
                        .sum()
                / 2;
        assertThat(network.alterCount()).isEqualTo(alters.size());
        assertThat(network.tieCount()).isEqualTo(ties);
        assertThat(network.effectiveSize()).isEqualTo(n == 0 ? 0 : n - 2 * ties / n, within(1e-9));
        assertThat(network.constraint()).isEqualTo(constraint(visible, ego, alters), within(1e-9));
        assertThat(network.localBridges())
                .isEqualTo(alters.stream()
                        .filter(a -> alters.stream().noneMatch(visible.list(a)::contains))
                        .toList());
        assertThat(network.circles().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(alters);
        for (long a : alters) {
            for (long b : alters) {
                boolean isTie = a < b && visible.list(a).contains(b);
                boolean isBridge = isTie && !isLinkedWithout(visible, alters, a, b);
                assertThat(network.bridges().contains(new EgoNetwork.Tie(a, b))).isEqualTo(isBridge);
            }
        }
    }

    private static double constraint(SimpleGraph visible, long ego, List<Long> alters) {
        double sum = 0;
        for (long j : alters) {
            double p = share(visible, ego, j);
            for (long q : alters) {
                p += share(visible, ego, q) * share(visible, q, j);
            }
            sum += p * p;
        }
        return sum;
    }

    private static double share(SimpleGraph visible, long from, long to) {
        return visible.list(from).contains(to) ? 1.0 / visible.list(from).size() : 0;
    }

    private static boolean isLinkedWithout(SimpleGraph visible, List<Long> alters, long a, long b) {
        List<Long> reached = new ArrayList<>(List.of(a));
        for (int i = 0; i < reached.size(); i++) {
            long at = reached.get(i);
            for (long next : visible.list(at)) {
                boolean isTheTie = at == a && next == b;
                if (alters.contains(next) && !isTheTie && !reached.contains(next)) {
                    reached.add(next);
                }
            }
        }
        return reached.contains(b);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("graphs")
    void theWholeGraphIsMeasuredAsDefined(Kind kind, long seed) {
        Random random = new Random(seed);
        try (SocialGraph graph = SocialGraph.empty()) {
            VisibilityRule rule = RandomGraphs.anyRule(SIZE, random);
            SimpleGraph visible = visible(kind, random, graph, rule);
            WholeGraph whole = graph.whole(rule);

            Map<Integer, Long> degrees = new TreeMap<>();
            visible.edges().values().forEach(list -> degrees.merge(list.size(), 1L, Long::sum));
            assertThat(whole.degreeDistribution()).isEqualTo(degrees);
            Map<Integer, Long> distances = new TreeMap<>();
            long unlinked = 0;
            for (long key : visible.edges().keySet()) {
                Map<Long, Integer> from = visible.distancesFrom(key, SIZE);
                from.values().stream().filter(d -> d > 0).forEach(d -> distances.merge(d, 1L, Long::sum));
                unlinked += visible.memberCount() - from.size();
            }
            assertThat(whole.distances(SIZE, 1).pairCounts()).isEqualTo(distances);
            assertThat(whole.distances(SIZE, 1).unlinkedCount()).isEqualTo(unlinked);
            assertThat(whole.components().sizes().stream()
                            .mapToLong(size -> (long) size * size)
                            .sum())
                    .isEqualTo((long) visible.memberCount() * visible.memberCount() - unlinked);
            assertThat(whole.coreNumbers().memberCounts()).isEqualTo(cores(visible));
        }
    }

    /// Everyone with fewer than `k` connections left is taken away until nobody has: the others are in the
    /// k-core.
    private static Map<Integer, Long> cores(SimpleGraph visible) {
        Map<Long, Integer> core = new HashMap<>();
        for (int k = 0; k <= SIZE; k++) {
            int least = k;
            List<Long> left = new ArrayList<>(visible.edges().keySet());
            while (left.removeIf(
                    key -> visible.list(key).stream().filter(left::contains).count() < least)) {
                // until nobody goes
            }
            left.forEach(key -> core.put(key, least));
        }
        Map<Integer, Long> counts = new TreeMap<>();
        core.values().forEach(k -> counts.merge(k, 1L, Long::sum));
        return counts;
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("graphs")
    void trustedPathsAreTheHeaviestOfAllShortest(Kind kind, long seed) {
        Random random = new Random(seed);
        try (SocialGraph graph = SocialGraph.empty()) {
            VisibilityRule rule = RandomGraphs.anyRule(SIZE, random);
            SimpleGraph visible = visible(kind, random, graph, rule);
            List<WeightedTie> ties = new ArrayList<>();
            visible.edges()
                    .forEach((a, list) -> list.stream()
                            .filter(b -> a < b && random.nextBoolean())
                            .forEach(b -> ties.add(new WeightedTie(a, b, random.nextInt(4)))));
            for (int question = 0; question < 100; question++) {
                long from = RandomGraphs.key(random.nextInt(SIZE));
                long to = RandomGraphs.key(random.nextInt(SIZE));
                GraphPath best = null;
                for (GraphPath path : visible.shortestPaths(from, to, 1_000).paths()) {
                    best = best == null || weight(path, ties) > weight(best, ties) ? path : best;
                }
                TrustedPath trusted = graph.trustedPath(new TrustedPathQuestion(from, to, ties, 1), rule);
                assertThat(trusted.path().orElse(null)).isEqualTo(best);
                assertThat(trusted.weight()).isEqualTo(best == null ? 0 : weight(best, ties));
            }
        }
    }

    private static double weight(GraphPath path, List<WeightedTie> ties) {
        double sum = 0;
        for (int step = 0; step < path.length(); step++) {
            long a = Math.min(path.keys().get(step), path.keys().get(step + 1));
            long b = Math.max(path.keys().get(step), path.keys().get(step + 1));
            sum += ties.stream()
                    .filter(tie -> tie.keyA() == a && tie.keyB() == b)
                    .mapToDouble(WeightedTie::weight)
                    .findFirst()
                    .orElse(1);
        }
        return sum;
    }

    @Test
    void theSameSeedDrawsTheSameMembersFromEqualGraphs() {
        List<GraphChange> changes = RandomGraphs.of(Kind.UNIFORM, SIZE, new Random(3));
        try (SocialGraph graph = SocialGraph.empty();
                SocialGraph twin = SocialGraph.empty()) {
            graph.apply(changes, LogPosition.START);
            twin.apply(changes.reversed(), LogPosition.START);
            VisibilityRule all = VisibilityRule.everything();
            for (long seed = 1; seed <= 5; seed++) {
                assertThat(twin.whole(all).distances(10, seed))
                        .isEqualTo(graph.whole(all).distances(10, seed));
                long ego = RandomGraphs.key((int) seed);
                assertThat(twin.egoNetwork(ego, seed, all)).isEqualTo(graph.egoNetwork(ego, seed, all));
            }
        }
    }

    @Test
    void reachOfAllIsWithinItsStatedError() {
        int size = 3_000;
        GraphLoader loader = SocialGraph.loader();
        for (GraphChange change : RandomGraphs.of(Kind.POWER_LAW, size, new Random(1))) {
            if (change instanceof GraphChange.Connect(long a, long b)) {
                loader.connect(a, b);
            }
        }
        try (SocialGraph graph = loader.finish(LogPosition.START)) {
            VisibilityRule all = VisibilityRule.everything();
            ReachEstimates estimates = graph.whole(all).reachOfAll(8);
            int within = 0;
            int withinTwice = 0;
            for (int member = 0; member < size; member++) {
                long key = RandomGraphs.key(member);
                double exact = graph.reach(key, all).total();
                double error = Math.abs(estimates.within(3, key) - exact) / exact;
                within += error <= estimates.relativeError() ? 1 : 0;
                withinTwice += error <= 2 * estimates.relativeError() ? 1 : 0;
            }
            assertThat(within).isGreaterThan(size / 2);
            assertThat(withinTwice).isGreaterThan(size * 9 / 10);
        }
    }
}
