package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.RandomGraphs.Kind;

/// The bonds of a member against their definitions, word for word, on sets of keys.
class BondsOracleTest {
    private static final int SIZE = 60;
    private static final LogPosition POSITION = new LogPosition(3, 4);

    static Stream<Arguments> graphs() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(1L, 2L, 20_261_123L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("graphs")
    void bondsAreThoseOfTheOracleUnderEveryRule(Kind kind, long seed) {
        Random random = new Random(seed);
        List<GraphChange> changes = RandomGraphs.of(kind, SIZE, random);
        List<GraphChange> more = new ArrayList<>();
        IntStream.range(0, 60).forEach(_ -> more.add(RandomGraphs.anyChange(SIZE, random)));
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(changes, POSITION);
            graph.compact();
            SimpleGraph oracle = SimpleGraph.EMPTY.with(changes, POSITION);
            compareAll(graph, oracle, VisibilityRule.everything(), random);
            graph.apply(more, POSITION);
            oracle = oracle.with(more, POSITION);
            for (int round = 0; round < 8; round++) {
                compareAll(graph, oracle, RandomGraphs.anyRule(SIZE, random), random);
            }
        }
    }

    private static void compareAll(SocialGraph graph, SimpleGraph oracle, VisibilityRule rule, Random random) {
        SimpleGraph visible = oracle.seenThrough(rule);
        for (int member = 0; member <= SIZE; member++) { // the last is a newcomer
            int keyCount = random.nextInt(3) * SIZE / 2;
            List<Long> keys = Stream.generate(() -> RandomGraphs.key(random.nextInt(SIZE + 2)))
                    .limit(keyCount)
                    .toList();
            long from = RandomGraphs.key(member);
            int listed = List.of(0, 1, 3, BondQuestion.MAX_LISTED).get(random.nextInt(4));
            compare(graph, visible, rule, new BondQuestion(from, keys, listed, random.nextBoolean()));
        }
    }

    /// Hubs whose lists are looked into, those whose lists are read, few and many connections of one's own.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void bondsWithHubsAreThoseOfTheOracle(long seed) {
        Random random = new Random(seed);
        List<GraphChange> changes = new ArrayList<>();
        for (long hub = 1; hub <= 4; hub++) {
            for (long other = 100; other < 1_500; other++) {
                if (random.nextInt(4) > 0) {
                    changes.add(new Connect(hub, other));
                }
            }
        }
        for (long other = 1_500; other < 1_514; other++) {
            for (int tie = 0; tie < (other % 2 == 0 ? 2 : 12); tie++) {
                changes.add(new Connect(other, 100 + random.nextInt(1_400)));
            }
            for (int tie = random.nextInt(4); tie > 0; tie--) {
                changes.add(new Connect(other, 1 + random.nextInt(4)));
            }
        }
        SimpleGraph oracle = SimpleGraph.EMPTY.with(changes, POSITION);
        List<Long> everyKind = LongStream.concat(LongStream.range(1, 5), LongStream.range(1_490, 1_514))
                .boxed()
                .toList();
        int lookedUp = 0;
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(changes, POSITION);
            for (VisibilityRule rule : List.of(VisibilityRule.everything(), hiding(random))) {
                SimpleGraph visible = oracle.seenThrough(rule);
                for (long from = 1_500; from < 1_514; from++) {
                    for (List<Long> keys :
                            List.of(everyKind, everyKind.subList(0, 4), List.of(1L), List.of(4L, from))) {
                        compare(graph, visible, rule, new BondQuestion(from, keys, 0, false));
                        compare(graph, visible, rule, new BondQuestion(from, keys, 40, random.nextBoolean()));
                        compare(graph, visible, rule, new BondQuestion(from, keys, 0, true));
                    }
                    lookedUp += marked(visible, from) * 64 < visible.list(1).size() ? 1 : 0;
                }
            }
        }
        assertThat(lookedUp)
                .as("a hub's list is longer by far than what is looked for")
                .isGreaterThan(3);
    }

    private static VisibilityRule hiding(Random random) {
        return VisibilityRule.everything()
                .leavingOut(Set.of(2L, 1_501L, 200L + random.nextInt(1_300)))
                .concealing(Set.of(3L, 100L + random.nextInt(1_400)));
    }

    private static int marked(SimpleGraph graph, long from) {
        NavigableSet<Long> own = graph.list(from);
        NavigableSet<Long> marked = new TreeSet<>(own);
        if (own.size() <= Bonds.MOST_COMPANIONS) {
            own.forEach(companion -> marked.addAll(graph.list(companion)));
        }
        return marked.size();
    }

    private static void compare(SocialGraph graph, SimpleGraph visible, VisibilityRule rule, BondQuestion question) {
        Bonds bonds = graph.bonds(question, rule);
        Supplier<String> asked = () -> question + " under " + rule;
        SimpleGraph apart = question.areStrangers() ? apart(visible, question) : visible;
        List<Long> own = neighbors(apart, question.from());
        boolean areFew = own.size() <= 9 && question.listed() > 0;

        assertThat(bonds.asOf()).isEqualTo(POSITION);
        assertThat(bonds.degree()).as(asked).isEqualTo(own.size());
        assertThat(bonds.own()).as(asked).containsExactly(longs(own));
        assertThat(bonds.ownDegrees())
                .as(asked)
                .containsExactly(areFew ? ints(own.stream().map(companion -> degree(apart, companion))) : new int[0]);
        assertThat(bonds.each()).as(asked).hasSameSizeAs(question.keys());
        for (int i = 0; i < question.keys().size(); i++) {
            long key = question.keys().get(i);
            Bond bond = bonds.each().get(i);
            Supplier<String> which = () -> "key " + key + " of " + asked.get();
            List<Long> mutual = mutual(apart, question.from(), key);
            assertThat(bond.degree()).as(which).isEqualTo(degree(apart, key));
            assertThat(bond.mutualCount()).as(which).isEqualTo(mutual.size());
            assertThat(bond.allocation()).as(which).isCloseTo(sum(apart, mutual, 1), within(1e-10));
            assertThat(bond.closeness()).as(which).isCloseTo(sum(apart, mutual, 2), within(1e-10));
            assertThat(bond.inCommon())
                    .as(which)
                    .containsExactly(areFew ? ints(own.stream().map(each -> inCommon(apart, each, key))) : new int[0]);
            assertThat(bond.some()).as(which).hasSize(Math.min(question.listed(), bond.degree()));
            assertThat(LongStream.of(bond.some()).boxed())
                    .as(which)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(neighbors(apart, key));
        }
    }

    /// The graph in which the one who asks is connected with none of those asked for.
    private static SimpleGraph apart(SimpleGraph graph, BondQuestion question) {
        List<Disconnect> cuts = question.keys().stream()
                .filter(key -> key != question.from())
                .map(key -> new Disconnect(question.from(), key))
                .toList();
        return graph.with(cuts, POSITION);
    }

    private static List<Long> neighbors(SimpleGraph graph, long key) {
        return graph.neighbors(key, Integer.MAX_VALUE).first();
    }

    private static int degree(SimpleGraph graph, long key) {
        return neighbors(graph, key).size();
    }

    private static List<Long> mutual(SimpleGraph graph, long a, long b) {
        return graph.mutualConnections(a, b, Integer.MAX_VALUE).first();
    }

    private static int inCommon(SimpleGraph graph, long companion, long key) {
        return companion == key ? 0 : mutual(graph, companion, key).size();
    }

    private static double sum(SimpleGraph graph, List<Long> mutual, int power) {
        return mutual.stream()
                .mapToDouble(each -> Math.pow(Math.max(2, degree(graph, each)), -power))
                .sum();
    }

    private static long[] longs(Collection<Long> keys) {
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] ints(Stream<Integer> numbers) {
        return numbers.mapToInt(Integer::intValue).toArray();
    }
}
