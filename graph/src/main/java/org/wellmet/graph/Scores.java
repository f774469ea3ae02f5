package org.wellmet.graph;

/// A sum for each vertex that was given something, and which those are. Confined to one question.
///
/// The sums are whole numbers of [#UNIT]s, so that they do not depend on the order of the summands, and two
/// graphs with the same edges give the same ranking.
final class Scores {
    private static final double UNIT = 0x1p-32;

    private final VertexSet scored = new VertexSet();
    private long[] sums = {};

    void fit(int vertexCount) {
        scored.fit(vertexCount);
        if (sums.length < vertexCount) {
            sums = new long[vertexCount + vertexCount / 8];
        }
    }

    static long units(double amount) {
        return Math.round(amount / UNIT);
    }

    static double amount(long units) {
        return units * UNIT;
    }

    /// Adds the same to each vertex of a list. O(list).
    void addToEach(NeighborList list, long units) {
        scored.addAll(list);
        int[] array = list.array();
        long[] target = sums;
        int length = list.length();
        for (int i = 0; i < length; i++) {
            target[array[i]] += units;
        }
    }

    int size() {
        return scored.size();
    }

    int vertexAt(int index) {
        return scored.at(index);
    }

    long units(int vertex) {
        return sums[vertex];
    }

    void clear() {
        for (int i = 0; i < scored.size(); i++) {
            sums[scored.at(i)] = 0;
        }
        scored.clear();
    }
}
