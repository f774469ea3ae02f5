package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The measures of one [EgoNetwork]. The alters are numbered in the order of their keys, so that the answer does
/// not depend on ordinals.
///
/// Confined to one question.
final class EgoMeasures {
    /// The most entries of a network that is divided into circles: some tenths of a second.
    static final long MAX_DIVIDED_ENTRIES = 1_000_000;

    private final View view;
    private final int[] alters;
    private final int[] numbers;
    private final int[] byOrdinal;
    private final VertexSet alterSet;
    private final NeighborList list;

    private EgoMeasures(View view, int ego) {
        this.view = view;
        this.list = view.newList();
        this.alterSet = view.newSet();
        if (ego >= 0) {
            view.read(ego, list);
            alterSet.addAll(list);
        }
        this.byOrdinal = new int[alterSet.size()];
        for (int i = 0; i < byOrdinal.length; i++) {
            byOrdinal[i] = alterSet.at(i);
        }
        this.alters = Arrays.stream(byOrdinal)
                .boxed()
                .sorted(Comparator.comparingLong(view::key))
                .mapToInt(Integer::intValue)
                .toArray();
        this.numbers = new int[alters.length];
        for (int number = 0; number < alters.length; number++) {
            numbers[Arrays.binarySearch(byOrdinal, alters[number])] = number;
        }
    }

    /// O(D), and the division into circles, about O(ties log ties), bounded.
    static EgoNetwork answer(View view, long key, long seed) {
        EgoMeasures measures = new EgoMeasures(view, view.ordinal(key));
        return measures.network(measures.ties(), seed);
    }

    /// For each alter the numbers of the alters that they know.
    private int[][] ties() {
        int[][] ties = new int[alters.length][];
        for (int number = 0; number < alters.length; number++) {
            view.read(alters[number], list);
            ties[number] = Arrays.stream(list.array(), 0, list.length())
                    .filter(alterSet::contains)
                    .map(vertex -> numbers[Arrays.binarySearch(byOrdinal, vertex)])
                    .sorted()
                    .toArray();
        }
        return ties;
    }

    private EgoNetwork network(int[][] ties, long seed) {
        long entries = Arrays.stream(ties).mapToLong(known -> known.length).sum();
        double count = alters.length;
        double effectiveSize = count == 0 ? 0 : count - entries / count;
        boolean isDivided = entries <= MAX_DIVIDED_ENTRIES;
        SmallGraph among = isDivided ? smallGraph(ties) : smallGraph(new int[0][]);
        return new EgoNetwork(
                view.position(),
                alters.length,
                entries / 2,
                effectiveSize,
                count == 0 ? 0 : effectiveSize / count,
                constraint(ties),
                count < 2 ? 0 : entries / (count * (count - 1)),
                circles(Louvain.communities(among, seed)),
                bridges(among),
                localBridges(ties),
                isDivided);
    }

    private double constraint(int[][] ties) {
        double[] shares = new double[alters.length];
        for (int number = 0; number < shares.length; number++) {
            shares[number] = 1.0 / view.degree(alters[number]);
        }
        double sum = 0;
        for (int[] known : ties) {
            double invested = 1;
            for (int other : known) {
                invested += shares[other];
            }
            sum += invested / alters.length * invested / alters.length;
        }
        return sum;
    }

    private static SmallGraph smallGraph(int[][] ties) {
        int[] starts = new int[ties.length + 1];
        for (int number = 0; number < ties.length; number++) {
            starts[number + 1] = starts[number] + ties[number].length;
        }
        return new SmallGraph(
                starts, Arrays.stream(ties).flatMapToInt(Arrays::stream).toArray());
    }

    private List<List<Long>> circles(int[] communities) {
        Map<Integer, List<Long>> members = new TreeMap<>();
        for (int number = 0; number < communities.length; number++) {
            members.computeIfAbsent(communities[number], _ -> new ArrayList<>()).add(view.key(alters[number]));
        }
        List<List<Long>> circles = new ArrayList<>(members.values());
        circles.sort(
                Comparator.comparingInt((List<Long> circle) -> -circle.size()).thenComparing(List::getFirst));
        return circles;
    }

    private List<EgoNetwork.Tie> bridges(SmallGraph among) {
        return Bridges.of(among).stream()
                .map(edge -> new EgoNetwork.Tie(view.key(alters[edge[0]]), view.key(alters[edge[1]])))
                .sorted(Comparator.comparingLong(EgoNetwork.Tie::keyA).thenComparingLong(EgoNetwork.Tie::keyB))
                .toList();
    }

    private List<Long> localBridges(int[][] ties) {
        List<Long> keys = new ArrayList<>();
        for (int number = 0; number < ties.length; number++) {
            if (ties[number].length == 0) {
                keys.add(view.key(alters[number]));
            }
        }
        return Collections.unmodifiableList(keys);
    }
}
