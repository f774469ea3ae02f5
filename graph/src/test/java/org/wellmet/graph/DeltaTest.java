package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.GraphChange.RemoveMember;

class DeltaTest {
    private static final VisibilityRule ALL = VisibilityRule.everything();
    private static final int SIZE = 90; // more than one word of bits, and wider than the first delta

    /// One version and what it held when it was made.
    private record Kept(Version version, List<TreeSet<Integer>> lists) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyVersionStaysAsItWasWhateverIsWrittenLater(long seed) {
        Random random = new Random(seed);
        List<Kept> kept = new ArrayList<>();
        Version version = Version.empty();
        List<TreeSet<Integer>> lists = emptyLists();
        for (int batch = 0; batch < 300; batch++) {
            List<GraphChange> changes = Stream.generate(() -> toggled(lists, random))
                    .limit(random.nextInt(6))
                    .toList();
            version = new Batch(version).after(changes, new LogPosition(0, batch));
            if (batch % 100 == 95) {
                version = version.rebased(Rewriting.of(version), version);
            } else if (batch % 100 == 60) {
                Version earlier = kept.get(batch - 5).version;
                version = version.rebased(Rewriting.of(earlier), earlier);
            }
            kept.add(new Kept(version, copy(lists)));
        }
        kept.forEach(DeltaTest::assertHolds);
    }

    private static GraphChange toggled(List<TreeSet<Integer>> lists, Random random) {
        int a = random.nextInt(SIZE);
        int b = (a + 1 + random.nextInt(SIZE - 1)) % SIZE;
        boolean isConnected = !lists.get(a).remove(b);
        if (isConnected) {
            lists.get(a).add(b);
            lists.get(b).add(a);
            return new Connect(a, b);
        }
        lists.get(b).remove(a);
        return new Disconnect(a, b);
    }

    private static void assertHolds(Kept kept) {
        NeighborList list = new NeighborList();
        for (int member = 0; member < SIZE; member++) {
            int vertex = kept.version.ordinal(member);
            if (vertex < 0) {
                assertThat(kept.lists.get(member)).isEmpty();
                continue;
            }
            Edges edges = kept.version.edges();
            edges.read(vertex, list);
            int[] read = Arrays.copyOf(list.array(), list.length());
            assertThat(read).isSorted();
            assertThat(Arrays.stream(read)
                            .mapToObj(other -> (int) kept.version.ordinals().key(other)))
                    .containsExactlyInAnyOrderElementsOf(kept.lists.get(member));
            assertThat(edges.degree(vertex)).isEqualTo(read.length);
            assertThat(IntStream.range(0, kept.version.vertexCount()).filter(other -> edges.contains(vertex, other)))
                    .containsExactly(boxed(read));
            assertThat(IntStream.range(0, kept.version.vertexCount()).filter(other -> touches(edges, vertex, other)))
                    .containsExactly(boxed(read));
        }
    }

    private static boolean touches(Edges edges, int vertex, int other) {
        long[] alone = new long[2];
        alone[other >> 6] |= 1L << other;
        return edges.touches(vertex, alone, null) && !edges.touches(vertex, alone, alone);
    }

    private static Integer[] boxed(int[] vertices) {
        return Arrays.stream(vertices).boxed().toArray(Integer[]::new);
    }

    private static List<TreeSet<Integer>> emptyLists() {
        return Stream.generate(TreeSet<Integer>::new).limit(SIZE).toList();
    }

    private static List<TreeSet<Integer>> copy(List<TreeSet<Integer>> lists) {
        return lists.stream().map(TreeSet::new).toList();
    }

    @Test
    void aBatchThatFailsLeavesNothingBehind() {
        try (SocialGraph graph = Fixtures.graph("1-2 2-3")) {
            List<GraphChange> torn = new ArrayList<>(List.of(new Connect(1, 3), new Disconnect(1, 2)));
            LongStream.range(100, 300).forEach(key -> torn.add(new Connect(2, key)));
            torn.add(null);
            assertThatNullPointerException().isThrownBy(() -> graph.apply(torn, new LogPosition(1, 3)));
            assertThat(graph.position()).isEqualTo(new LogPosition(1, 2));

            graph.apply(List.of(new AddMember(4)), new LogPosition(1, 4));
            graph.apply(List.of(new Connect(3, 4)), new LogPosition(1, 5));

            assertThat(graph.neighbors(1, 9, ALL).first()).containsExactly(2L);
            assertThat(graph.neighbors(2, 9, ALL).first()).containsExactly(1L, 3L);
            assertThat(graph.neighbors(3, 9, ALL).first()).containsExactly(2L, 4L);
            assertThat(graph.connectionCount()).isEqualTo(3);
            assertThat(graph.memberCount()).isEqualTo(4);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scatteredMembersKeepTheirEdgesTogetherAfterABatchThatFails(long seed) {
        Random random = new Random(seed);
        List<GraphChange> start = scattered(500, random);
        List<GraphChange> torn = new ArrayList<>(scattered(100, random));
        torn.add(null);
        List<GraphChange> small = scattered(30, random);
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(start, new LogPosition(1, 1));
            assertThatNullPointerException().isThrownBy(() -> graph.apply(torn, new LogPosition(1, 2)));
            graph.apply(small, new LogPosition(1, 2));
            graph.apply(small, new LogPosition(1, 3)); // whoever is not found would come a second time

            assertThat(graph.memberCount()).isEqualTo(2 * 530);
            assertThat(graph.connectionCount()).isEqualTo(530);
        }
    }

    private static List<GraphChange> scattered(int count, Random random) {
        return Stream.<GraphChange>generate(() -> new Connect(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }

    @Test
    void aListLongerThanAChunkComesAndGoes() {
        int size = 70_000;
        List<GraphChange> all = new ArrayList<>();
        IntStream.rangeClosed(1, size).forEach(key -> all.add(new Connect(0, key)));
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(all, new LogPosition(0, 1));
            assertThat(graph.reach(0, ALL).first()).isEqualTo(size);
            graph.compact();
            graph.apply(List.of(new Connect(1, 2), new RemoveMember(0)), new LogPosition(0, 2));
            assertThat(graph.connectionCount()).isEqualTo(1);
            graph.apply(List.of(new Connect(0, 2), new Connect(3, 2)), new LogPosition(0, 3));
            assertThat(graph.neighbors(2, 9, ALL).first()).containsExactly(0L, 1L, 3L);
            assertThat(graph.neighbors(0, 9, ALL).first()).containsExactly(2L);
            graph.compact();
            assertThat(graph.neighbors(2, 9, ALL).first()).containsExactly(0L, 1L, 3L);
        }
    }
}
