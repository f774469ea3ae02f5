package org.wellmet.graph;

import java.util.Arrays;

/// For each vertex that was given something: the sum, and how often. Confined to one question.
///
/// The sums are whole numbers of a unit, so that they do not depend on the order of the summands, and two
/// graphs with the same edges give the same ranking. Sum and count are one long, the sum above, so that an
/// addition is one access to memory; which vertices have any is kept by blocks of them, whose marks stay in
/// the nearest cache.
final class Scores {
    /// The most times that something may be given to one vertex.
    static final int MAX_COUNT = (1 << 18) - 1;

    private static final int COUNT_BITS = 18;
    private static final double UNIT = 0x1p-26;
    private static final int BLOCK_BITS = 4;
    private static final int BLOCK_SIZE = 1 << BLOCK_BITS;

    private long[] sums = {};
    private boolean[] isTouched = {};

    /// Takes vertices with their sums, in ascending order, and answers which sums are still of interest: so many
    /// units or more.
    interface Taker {
        long take(int vertex, long units);
    }

    void fit(int vertexCount) {
        int blockCount = (vertexCount + BLOCK_SIZE - 1) >> BLOCK_BITS;
        if (isTouched.length < blockCount) {
            int roomy = blockCount + blockCount / 8;
            isTouched = new boolean[roomy];
            sums = new long[roomy << BLOCK_BITS];
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
        long once = units << COUNT_BITS | 1;
        int[] array = list.array();
        long[] target = sums;
        boolean[] marks = isTouched;
        int length = list.length();
        for (int i = 0; i < length; i++) {
            int vertex = array[i];
            target[vertex] += once;
            marks[vertex >> BLOCK_BITS] = true;
        }
    }

    /// As if nothing had been given to this vertex. O(1).
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

    /// Hands out the vertices with a sum that is of interest. O(blocks touched, and vertices / 16).
    void forEach(Taker taker) {
        long least = 1;
        for (int block = 0; block < isTouched.length; block++) {
            if (isTouched[block]) {
                least = forEachIn(block << BLOCK_BITS, least, taker);
            }
        }
    }

    private long forEachIn(int start, long least, Taker taker) {
        long[] all = sums;
        long interesting = least;
        for (int vertex = start; vertex < start + BLOCK_SIZE; vertex++) {
            long sum = all[vertex];
            if (sum >= interesting) {
                interesting = Math.max(1, taker.take(vertex, sum >>> COUNT_BITS) << COUNT_BITS);
            }
        }
        return interesting;
    }

    void clear() {
        for (int block = 0; block < isTouched.length; block++) {
            if (isTouched[block]) {
                Arrays.fill(sums, block << BLOCK_BITS, (block + 1) << BLOCK_BITS, 0);
                isTouched[block] = false;
            }
        }
    }
}
