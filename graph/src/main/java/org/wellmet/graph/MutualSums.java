package org.wellmet.graph;

/// For each slot, how many mutual connections there are and the sums of their weights. Confined to one question.
///
/// The sums are whole numbers of a unit, as in [Scores], so that they do not depend on the order of the summands:
/// room for a sum of eight million, and exact enough where the square of a hub's degree divides.
final class MutualSums {
    private static final double UNIT = 0x1p-40;

    private final int[] counts;
    private final long[] allocations;
    private final long[] closenesses;
    private long[] shares = {}; // by rank, 0 where not asked for yet
    private long[] squares = {};

    MutualSums(int slotCount) {
        this.counts = new int[slotCount];
        this.allocations = new long[slotCount];
        this.closenesses = new long[slotCount];
    }

    private static double share(int degree) {
        return 1.0 / Math.max(2, degree);
    }

    private static long units(double amount) {
        return Math.round(amount / UNIT);
    }

    /// Adds a mutual connection with so many connections.
    void add(int slot, int degree) {
        double share = share(degree);
        add(slot, units(share), units(share * share));
    }

    private void add(int slot, long share, long square) {
        counts[slot]++;
        allocations[slot] += share;
        closenesses[slot] += square;
    }

    /// Makes room for mutual connections by rank.
    void expect(int rankCount) {
        shares = new long[rankCount];
        squares = new long[rankCount];
    }

    /// Adds a mutual connection of that rank, whose degree is asked for once.
    void addRanked(int slot, int rank, View view, int vertex) {
        if (shares[rank] == 0) {
            double share = share(view.degree(vertex));
            shares[rank] = units(share);
            squares[rank] = units(share * share);
        }
        add(slot, shares[rank], squares[rank]);
    }

    Bond bond(int slot, int degree, int[] inCommon, long[] some) {
        return new Bond(degree, counts[slot], allocations[slot] * UNIT, closenesses[slot] * UNIT, inCommon, some);
    }
}
