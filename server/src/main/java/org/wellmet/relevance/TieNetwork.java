package org.wellmet.relevance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A whole network in memory.
///
/// Immutable; [#affinity] is computed when it is made.
final class TieNetwork implements Network {
    private final int[][] neighbors;
    private final List<TraitColumn> columns;
    private final List<int[][]> holders;
    private final List<Affinity> affinities;
    private final double tieEnds;

    /// Of ascending, symmetric neighbor lists, which are handed over.
    TieNetwork(int[][] neighbors, List<TraitColumn> columns) {
        this(
                neighbors,
                columns,
                columns.stream()
                        .map(column -> (Affinity) LearntAffinity.of(column, neighbors))
                        .toList());
    }

    private TieNetwork(int[][] neighbors, List<TraitColumn> columns, List<Affinity> affinities) {
        this.neighbors = neighbors;
        this.columns = List.copyOf(columns);
        this.holders = columns.stream().map(TraitColumn::holders).toList();
        this.tieEnds = Arrays.stream(neighbors).mapToLong(list -> list.length).sum();
        this.affinities = affinities;
    }

    /// The same network of which no affinity is known, as in the server.
    TieNetwork withoutAffinities() {
        return new TieNetwork(neighbors, columns, Collections.nCopies(columns.size(), Affinity.UNKNOWN));
    }

    /// The same members with other ties.
    TieNetwork withTies(int[][] others) {
        return new TieNetwork(others, columns);
    }

    /// Every member's ties; for reading only.
    int[][] ties() {
        return neighbors;
    }

    List<String> kinds() {
        return columns.stream().map(TraitColumn::name).toList();
    }

    @Override
    public int memberCount() {
        return neighbors.length;
    }

    @Override
    public double tieEnds() {
        return tieEnds;
    }

    @Override
    public int kindCount() {
        return columns.size();
    }

    @Override
    public int degree(int member) {
        return neighbors[member].length;
    }

    @Override
    public int[] neighbors(int member) {
        return neighbors[member];
    }

    @Override
    public Mutual mutual(int viewer, int other) {
        boolean isViewerShorter = neighbors[viewer].length <= neighbors[other].length;
        int[] fewer = neighbors[isViewerShorter ? viewer : other];
        int[] more = neighbors[isViewerShorter ? other : viewer];
        int count = 0;
        double allocation = 0;
        double closeness = 0;
        for (int each : fewer) {
            if (Arrays.binarySearch(more, each) >= 0) {
                double share = 1.0 / Math.max(2, neighbors[each].length);
                count++;
                allocation += share;
                closeness += share * share;
            }
        }
        return new Mutual(count, allocation, closeness);
    }

    @Override
    public int[] values(int kind, int member) {
        return columns.get(kind).values()[member];
    }

    @Override
    public int holders(int kind, int value) {
        return holders.get(kind)[value].length;
    }

    /// O(members + the degrees of the holders): for very many members at once.
    @Override
    public int[] company(int kind, int value, int[] members) {
        int[] counts = new int[neighbors.length];
        for (int holder : holders.get(kind)[value]) {
            for (int neighbor : neighbors[holder]) {
                counts[neighbor]++;
            }
        }
        return IntStream.of(members).map(member -> counts[member]).toArray();
    }

    /// O(members + the degrees of the neighbors): for very many members at once.
    @Override
    public int[] inCommon(int member, int[] members) {
        int[] counts = new int[neighbors.length];
        for (int neighbor : neighbors[member]) {
            for (int further : neighbors[neighbor]) {
                counts[further]++;
            }
        }
        return IntStream.of(members)
                .map(other -> other == member ? 0 : counts[other])
                .toArray();
    }

    @Override
    public double[] shared(int viewer, int other) {
        double[] byKind = new double[kindCount()];
        for (int kind = 0; kind < byKind.length; kind++) {
            int[] mine = values(kind, viewer);
            for (int value : values(kind, other)) {
                if (Arrays.binarySearch(mine, value) >= 0) {
                    byKind[kind] += Signals.rarity(memberCount(), holders(kind, value));
                }
            }
        }
        return byKind;
    }

    @Override
    public Affinity affinity(int kind) {
        return affinities.get(kind);
    }
}
