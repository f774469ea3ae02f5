package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.GraphChange.Hide;
import org.wellmet.graph.GraphChange.ShowList;

/// A sweep against a look at every list, over several blocks of vertices: of the base, changed since, and not in it.
class SweepTest {
    private static final int SIZE = 2_500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void itFindsWhoeverHasANeighborInTheSet(long seed) {
        Random random = new Random(seed);
        Version version = version(random);
        try (Versions versions = new Versions(version)) {
            for (int round = 0; round < 24; round++) {
                VisibilityRule rule = switch (round % 4) {
                    case 0 -> VisibilityRule.everything().leavingOut(Set.of(3L));
                    case 1 -> VisibilityRule.seenByAnyone();
                    default -> VisibilityRule.seenBy(random.nextInt(SIZE));
                };
                compare(versions, rule, random, round);
            }
        }
        try (Versions plain = new Versions(plain(random))) {
            for (int round = 0; round < 8; round++) {
                compare(plain, VisibilityRule.everything(), random, round);
            }
        }
    }

    private static void compare(Versions versions, VisibilityRule rule, Random random, int round) {
        try (View view = versions.look(rule)) {
            VertexSet set = view.newSet();
            for (int some = 0; some < 1 << round % 8; some++) {
                set.add(random.nextInt(view.vertexCount()));
            }
            rule.viewer().ifPresent(key -> set.add(versions.current().ordinal(key)));
            VertexSet into = view.newSet();
            TreeSet<Integer> expected = new TreeSet<>();
            NeighborList list = view.newList();
            for (int vertex = 0; vertex < view.vertexCount(); vertex++) {
                view.read(vertex, list);
                boolean knowsOne = IntStream.range(0, list.length()).anyMatch(i -> set.contains(list.at(i)));
                if (knowsOne && !set.contains(vertex)) {
                    expected.add(vertex);
                }
            }
            assertThat(view.touching(set, into)).as("round %d", round).isEqualTo(expected.size());
            assertThat(IntStream.range(0, into.size()).map(into::at)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(view.touching(set, null)).isEqualTo(expected.size());
        }
    }

    private static Version plain(Random random) {
        List<GraphChange> edges = new ArrayList<>();
        for (int edge = 0; edge < 4 * SIZE; edge++) {
            int a = random.nextInt(SIZE);
            edges.add(new Connect(a, (a + 1 + random.nextInt(SIZE - 1)) % SIZE));
        }
        Version start = new Batch(Version.empty()).after(edges, LogPosition.START);
        return start.rebased(Rewriting.of(start), start);
    }

    private static Version version(Random random) {
        List<GraphChange> more = new ArrayList<>();
        for (int change = 0; change < SIZE / 4; change++) {
            int a = random.nextInt(SIZE);
            more.add(new Connect(a, a + 1 + random.nextInt(SIZE))); // some of them not in the base
            more.add(new Disconnect(random.nextInt(SIZE), random.nextInt(SIZE)));
            more.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Hide(random.nextInt(SIZE));
                        case 1 -> new ShowList(random.nextInt(SIZE), ListAudience.NOBODY);
                        default -> new ShowList(random.nextInt(SIZE), ListAudience.CONNECTIONS);
                    });
        }
        LongStream.range(0, 40).forEach(i -> more.add(new AddMember(10 * SIZE + i))); // known to nobody
        return new Batch(plain(random)).after(more, LogPosition.START);
    }
}
