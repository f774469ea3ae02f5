package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Networks whose numbers stand in the literature.
///
/// - Zachary: *An information flow model for conflict and fission in small groups*, 1977: 34 members of a karate
///   club. Clustering, distances and assortativity as NetworkX and igraph give them; cores as in Batagelj and
///   Zaveršnik's method; the modularity of the real split is 0.371 (Newman, Girvan: *Finding and evaluating
///   community structure in networks*, 2004), the greatest of any division 0.4198 (Brandes and others: *On
///   modularity clustering*, 2008).
/// - Krackhardt: *Assessing the political landscape*, 1990: a kite of ten, with Fernando and Garth closest to
///   everyone.
class KnownAnswersTest {
    private static final VisibilityRule ALL = VisibilityRule.everything();
    private static final Offset<Double> EXACT = within(1e-9);

    private static final String KARATE = """
            1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 3-10 1-11 5-11 6-11 1-12 1-13 4-13
            1-14 2-14 3-14 4-14 6-17 7-17 1-18 2-18 1-20 2-20 1-22 2-22 24-26 25-26 3-28 24-28 25-28 3-29 24-30 27-30
            2-31 9-31 1-32 25-32 26-32 29-32 3-33 9-33 15-33 16-33 19-33 21-33 23-33 24-33 30-33 31-33 32-33
            9-34 10-34 14-34 15-34 16-34 19-34 20-34 21-34 23-34 24-34 27-34 28-34 29-34 30-34 31-34 32-34 33-34
            """;

    /// 0 Andre, 1 Beverley, 2 Carol, 3 Diane, 4 Ed, 5 Fernando, 6 Garth, 7 Heather, 8 Ike, 9 Jane.
    private static final String KITE = "0-1 0-2 0-3 0-5 1-3 1-4 1-6 2-3 2-5 3-4 3-5 3-6 4-6 5-6 5-7 6-7 7-8 8-9";

    private static final List<Long> MISTER_HI =
            List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 11L, 12L, 13L, 14L, 17L, 18L, 20L, 22L);

    private final SocialGraph karate = Fixtures.graph(KARATE);
    private final SocialGraph kite = Fixtures.graph(KITE);

    @Test
    void theKarateClubHasItsSize() {
        assertThat(karate.memberCount()).isEqualTo(34);
        assertThat(karate.connectionCount()).isEqualTo(78);
        assertThat(karate.whole(ALL).components().sizes()).containsExactly(34);
        assertThat(karate.whole(ALL).degreeDistribution())
                .containsEntry(17, 1L)
                .containsEntry(16, 1L)
                .containsEntry(1, 1L);
    }

    @Test
    void theKarateClubClusters() {
        Clustering clustering = karate.whole(ALL).clustering(1_000, 1);

        assertThat(clustering.average()).isEqualTo(0.570638478, within(1e-8));
        assertThat(clustering.transitivity()).isEqualTo(0.255681818, within(1e-8));
    }

    @Test
    void theKarateClubIsFiveWide() {
        DistanceDistribution distances = karate.whole(ALL).distances(1_000, 1);

        assertThat(distances.mean()).isEqualTo(2.408199643, within(1e-8));
        assertThat(distances.pairCounts().lastKey()).isEqualTo(5);
        assertThat(distances.unlinkedCount()).isZero();
    }

    @Test
    void theKarateClubHasACoreOfTen() {
        CoreNumbers cores = karate.whole(ALL).coreNumbers();

        assertThat(cores.memberCounts().lastKey()).isEqualTo(4);
        assertThat(cores.innermost()).containsExactly(1L, 2L, 3L, 4L, 8L, 9L, 14L, 31L, 33L, 34L);
    }

    @Test
    void theKarateClubMixes() {
        Map<Long, Integer> sides = LongStream.rangeClosed(1, 34)
                .boxed()
                .collect(Collectors.toMap(key -> key, key -> MISTER_HI.contains(key) ? 1 : 2));

        assertThat(karate.whole(ALL).degreeAssortativity()).isEqualTo(-0.47561309768461, within(1e-9));
        // Newman's coefficient is the modularity of the division over the greatest that its sizes allow.
        assertThat(karate.whole(ALL).assortativity(sides)).isBetween(0.70, 0.80);
    }

    @Test
    void theKarateClubFallsIntoItsCommunities() {
        SmallGraph club = small(34, 1, KARATE);
        int[] split = LongStream.rangeClosed(1, 34)
                .mapToInt(key -> MISTER_HI.contains(key) ? 1 : 2)
                .toArray();

        assertThat(Louvain.modularity(club, split)).isEqualTo(0.371, within(5e-4));
        for (long seed = 1; seed <= 20; seed++) {
            int[] communities = Louvain.communities(club, seed);
            assertThat(communities).as("seed %d", seed).isEqualTo(Louvain.communities(club, seed));
            assertThat(Louvain.modularity(club, communities))
                    .as("seed %d", seed)
                    .isBetween(0.38, 0.41981);
        }
    }

    @Test
    void inTheKiteFernandoAndGarthAreClosestToEveryone() {
        // Closeness is 9 divided by the sum of the distances: 9/14 = 0.643 for both, 9/15 = 0.600 for Diane.
        assertThat(distanceSum(5)).isEqualTo(14);
        assertThat(distanceSum(6)).isEqualTo(14);
        assertThat(distanceSum(3)).isEqualTo(15);
        assertThat(distanceSum(7)).isEqualTo(15);
        assertThat(distanceSum(9)).isEqualTo(29);
        assertThat(kite.neighbors(3, 0, ALL).count()).isEqualTo(6);
    }

    @Test
    void heatherHoldsTheKiteTogether() {
        EgoNetwork heather = kite.egoNetwork(7, 1, ALL);

        // Her three are Fernando and Garth, who know each other and have five connections each, and Ike.
        assertThat(heather.alterCount()).isEqualTo(3);
        assertThat(heather.tieCount()).isEqualTo(1);
        assertThat(heather.effectiveSize()).isEqualTo(3 - 2.0 / 3, EXACT);
        assertThat(heather.efficiency()).isEqualTo((3 - 2.0 / 3) / 3, EXACT);
        assertThat(heather.clustering()).isEqualTo(1.0 / 3, EXACT);
        double fernando = 1.0 / 3 * (1 + 1.0 / 5);
        assertThat(heather.constraint()).isEqualTo(2 * fernando * fernando + 1.0 / 9, EXACT);
        assertThat(heather.circles()).containsExactly(List.of(5L, 6L), List.of(8L));
        assertThat(heather.bridges()).containsExactly(new EgoNetwork.Tie(5, 6));
        assertThat(heather.localBridges()).containsExactly(8L);
    }

    @Test
    void theKiteHangsOnTwoBridges() {
        List<int[]> bridges = Bridges.of(small(10, 0, KITE));

        assertThat(bridges).extracting(Arrays::toString).containsExactlyInAnyOrder("[7, 8]", "[8, 9]");
    }

    @Test
    void aTrustedPathIsTheHeaviestOfTheShortest() {
        // From Diane to Heather two ways are shortest: over Fernando and over Garth.
        List<WeightedTie> ties = List.of(new WeightedTie(3, 6, 5), new WeightedTie(5, 7, 1), new WeightedTie(6, 7, 2));
        TrustedPath path = kite.trustedPath(new TrustedPathQuestion(3, 7, ties, 0.5), ALL);

        assertThat(path.path()).contains(new GraphPath(List.of(3L, 6L, 7L)));
        assertThat(path.weight()).isEqualTo(7, EXACT);
    }

    private long distanceSum(long from) {
        return LongStream.range(0, 10)
                .map(to ->
                        kite.anyShortestPath(from, to, ALL).paths().getFirst().length())
                .sum();
    }

    private static SmallGraph small(int size, int firstKey, String edges) {
        int[][] ties = new int[size][];
        try (SocialGraph graph = Fixtures.graph(edges)) {
            for (int vertex = 0; vertex < size; vertex++) {
                ties[vertex] = graph.neighbors(vertex + firstKey, size, ALL).first().stream()
                        .mapToInt(key -> (int) (key - firstKey))
                        .toArray();
            }
        }
        int[] starts = new int[size + 1];
        for (int vertex = 0; vertex < size; vertex++) {
            starts[vertex + 1] = starts[vertex] + ties[vertex].length;
        }
        return new SmallGraph(
                starts, Arrays.stream(ties).flatMapToInt(Arrays::stream).toArray());
    }
}
