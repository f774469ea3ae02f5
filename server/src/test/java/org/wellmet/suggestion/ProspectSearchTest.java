package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.graph.GraphChange;
import org.wellmet.graph.ListAudience;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.suggestion.Closures.Closure;

/// What stands between a viewer and those they might meet.
class ProspectSearchTest {
    private static final long VIEWER = 1;

    private static SocialGraph graph(String edges) {
        SocialGraph graph = SocialGraph.empty();
        List<GraphChange> changes = new ArrayList<>();
        for (String edge : edges.split(" ", -1)) {
            String[] ends = edge.split("-", -1);
            changes.add(new GraphChange.Connect(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
        }
        graph.apply(changes, new LogPosition(1, 1));
        return graph;
    }

    private static Map<Long, Double> prospects(SocialGraph graph, Set<Long> named, Set<Long> excluded) {
        return new ProspectSearch(graph, VIEWER, VisibilityRule.seenBy(VIEWER)).prospects(named, excluded);
    }

    @Test
    void circlesAreOpenedWidenedAndClosed() {
        //  2, 3, 4 know each other and the viewer; 5 knows the viewer alone
        //  6 knows 2, 3, 4; 7 knows 2; 8 knows 5; 9 knows nobody here but 10
        try (SocialGraph graph = graph("1-2 1-3 1-4 1-5 2-3 2-4 3-4 6-2 6-3 6-4 7-2 8-5 9-10")) {
            Map<Long, Double> found = prospects(graph, Set.of(9L), Set.of());
            assertThat(found.keySet()).containsExactlyInAnyOrder(6L, 7L, 8L, 9L);
            assertThat(found.getOrDefault(9L, 9.0)).isZero();
            assertThat(closures(graph, found.keySet()))
                    .isEqualTo(Map.of(
                            6L, new Closure(3, Effect.CLOSES_TRIANGLES),
                            7L, new Closure(1, Effect.WIDENS_CIRCLE),
                            8L, new Closure(1, Effect.OPENS_CIRCLE),
                            9L, new Closure(0, Effect.OPENS_CIRCLE)));
        }
    }

    private static Map<Long, Closure> closures(SocialGraph graph, Set<Long> keys) {
        return new ProspectSearch(graph, VIEWER, VisibilityRule.seenBy(VIEWER)).closures(keys);
    }

    @Test
    void whoIsExcludedIsNotThereAndStillCarriesOthers() {
        try (SocialGraph graph = graph("1-2 2-3 2-4")) {
            assertThat(prospects(graph, Set.of(4L), Set.of(4L)).keySet()).containsExactly(3L);
            assertThat(prospects(graph, Set.of(), Set.of(2L)).keySet()).containsExactlyInAnyOrder(3L, 4L);
        }
    }

    @Test
    void aHiddenListSuggestsNobodyAndCountsForNothing() {
        try (SocialGraph graph = graph("1-2 1-3 2-4 3-4 3-5")) {
            graph.apply(List.of(new GraphChange.ShowList(3, ListAudience.NOBODY)), new LogPosition(2, 1));
            Map<Long, Double> found = prospects(graph, Set.of(5L), Set.of());
            assertThat(closures(graph, Set.of(4L))).isEqualTo(Map.of(4L, new Closure(1, Effect.OPENS_CIRCLE)));
            assertThat(found.getOrDefault(5L, 9.0)).isZero();
            assertThat(prospects(graph, Set.of(), Set.of()).keySet()).containsExactly(4L);
        }
    }

    @Test
    void somebodyWhoIsNotInTheGraphHasNoProspects() {
        try (SocialGraph graph = graph("2-3")) {
            assertThat(prospects(graph, Set.of(2L), Set.of())).isEmpty();
        }
    }

    /// The reference counts word for word.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 20_261_123})
    void agreesWithCountingOnRandomGraphs(long seed) {
        Random random = new Random(seed);
        int size = 20 + random.nextInt(40);
        Map<Long, Set<Long>> edges = new TreeMap<>();
        StringBuilder written = new StringBuilder("1-2");
        connect(edges, 1, 2);
        for (int i = 0; i < size * (1 + random.nextInt(4)); i++) {
            long a = 1 + random.nextInt(size);
            long b = 1 + random.nextInt(size);
            if (a != b) {
                written.append(' ').append(a).append('-').append(b);
                connect(edges, a, b);
            }
        }
        Set<Long> named = new TreeSet<>(Set.of(3L, 4L, 5L, (long) size));
        named.retainAll(edges.keySet());
        try (SocialGraph graph = graph(written.toString())) {
            Map<Long, Double> found = prospects(graph, named, Set.of(7L));
            Map<Long, Double> expected = new HashMap<>();
            Map<Long, Closure> effects = new HashMap<>();
            count(edges, named, expected, effects);
            expected.remove(7L);
            effects.remove(7L);
            assertThat(closures(graph, found.keySet())).isEqualTo(effects);
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            found.forEach(
                    (key, damped) -> assertThat(damped).isCloseTo(expected.getOrDefault(key, -1.0), within(1e-6)));
        }
    }

    private static void connect(Map<Long, Set<Long>> edges, long a, long b) {
        edges.computeIfAbsent(a, _ -> new TreeSet<>()).add(b);
        edges.computeIfAbsent(b, _ -> new TreeSet<>()).add(a);
    }

    private static void count(
            Map<Long, Set<Long>> edges, Set<Long> named, Map<Long, Double> counted, Map<Long, Closure> effects) {
        Set<Long> mine = edges.getOrDefault(VIEWER, Set.of());
        edges.forEach((key, theirs) -> {
            Set<Long> mutual = new TreeSet<>(mine);
            mutual.retainAll(theirs);
            if (key != VIEWER && !mine.contains(key) && (!mutual.isEmpty() || named.contains(key))) {
                double sum = mutual.stream()
                        .mapToDouble(each -> Math.min(
                                1,
                                Math.log(50)
                                        / Math.log(edges.getOrDefault(each, Set.of())
                                                .size())))
                        .sum();
                boolean isInCircle = mutual.stream()
                        .anyMatch(each -> edges.getOrDefault(each, Set.of()).stream()
                                        .filter(mine::contains)
                                        .count()
                                >= 2);
                Effect effect = mutual.size() >= 3
                        ? Effect.CLOSES_TRIANGLES
                        : isInCircle ? Effect.WIDENS_CIRCLE : Effect.OPENS_CIRCLE;
                counted.put(key, sum);
                effects.put(key, new Closure(mutual.size(), effect));
            }
        });
    }
}
