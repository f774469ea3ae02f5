package org.wellmet.graph;

import java.util.Arrays;

/// For each vertex that was given something: the sum, and how often. Confined to one question.
///
/// The sums are whole numbers of a unit, so that they do not depend on the order of the summands, and two
/// graphs with the same edges give the same ranking. Sum and count are one long, the sum above, so that an
/// addition is one access to memory. Who has any stands in a list, so that neither ranking nor clearing looks at
/// the rest of the network.
final class Scores {
    /// The most times that something may be given to one vertex.
    static final int MAX_COUNT = (1 << 18) - 1;

    /// The greatest sum.
    static final long MAX_UNITS = (1L << 46) - 1;

    private static final int COUNT_BITS = 18;
    private static final double UNIT = 0x1p-26;

    private long[] sums = {};
    private int[] touched = new int[1024];
    private int touchedCount;

    void fit(int vertexCount) {
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
        int length = list.length();
        makeRoom(length);
        long once = units << COUNT_BITS | 1;
        int[] array = list.array();
        long[] target = sums;
        int[] known = touched;
        int end = touchedCount;
        for (int i = 0; i < length; i++) {
            int vertex = array[i];
            long sum = target[vertex];
            target[vertex] = sum + once;
            known[end] = vertex; // written always and kept when new: half of the tests would be mispredicted
            end += sum == 0 ? 1 : 0;
        }
        touchedCount = end;
    }

    /// Adds to one vertex. O(1).
    void add(int vertex, long units) {
        makeRoom(1);
        touched[touchedCount] = vertex;
        touchedCount += sums[vertex] == 0 ? 1 : 0;
        sums[vertex] += units << COUNT_BITS | 1;
    }

    private void makeRoom(int more) {
        if (touched.length < touchedCount + more) {
            touched = Arrays.copyOf(touched, (touchedCount + more) * 2);
        }
    }

    /// As if nothing had been given to this vertex, and nothing will be. O(1).
    void forget(int vertex) {
        sums[vertex] = 0;
    }

    /// What was given to it, in sum.
    long units(int vertex) {
        return sums[vertex] >>> COUNT_BITS;
    }

    /// How often something was given to it.
    int count(int vertex) {
        return (int) sums[vertex] & MAX_COUNT;
    }

    /// How many vertices were given something, those forgotten included.
    int size() {
        return touchedCount;
    }

    /// One of these, from 0, in no order.
    int at(int index) {
        return touched[index];
    }

    /// O(vertices that were given something).
    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            sums[touched[i]] = 0;
        }
        touchedCount = 0;
    }
}
