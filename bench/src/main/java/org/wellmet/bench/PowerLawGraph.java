package org.wellmet.bench;

import java.util.SplittableRandom;

/// A network with a power law of degrees and with clustering, as a stream of pairs: the same for the same
/// numbers, and without any memory.
///
/// Seven of ten edges join two members drawn by weight, after Chung and Lu (*The average distances in random
/// graphs with given expected degrees*, 2002), with weights that fall with the two-thirds power of the rank, so
/// that the degrees follow a power law of exponent 2.5. The first ranks are flattened, so that with a million
/// members and a mean degree of 100 the largest degree is near 30,000. Three of ten join two members of one
/// circle of fifty (colleagues), which gives the triangles. Keys are 1 to `memberCount`, and a key says nothing
/// about the rank.
public record PowerLawGraph(int memberCount, int meanDegree, long seed) {
    private static final int CIRCLE_SIZE = 50;
    private static final double CIRCLE_SHARE = 0.3;
    private static final double FLATTENED_RANKS = 25;

    /// Takes each pair; some come twice.
    public interface PairTaker {
        void take(long keyA, long keyB);
    }

    public long pairCount() {
        return (long) memberCount * meanDegree / 2;
    }

    public void forEachPair(PairTaker taker) {
        SplittableRandom random = new SplittableRandom(seed);
        double low = Math.cbrt(FLATTENED_RANKS);
        double high = Math.cbrt(memberCount + FLATTENED_RANKS);
        for (long left = pairCount(); left > 0; ) {
            int a;
            int b;
            if (random.nextDouble() < CIRCLE_SHARE) {
                int circle = random.nextInt(memberCount / CIRCLE_SIZE) * CIRCLE_SIZE;
                a = circle + random.nextInt(CIRCLE_SIZE);
                b = circle + random.nextInt(CIRCLE_SIZE);
            } else {
                a = byWeight(random, low, high);
                b = byWeight(random, low, high);
            }
            if (a != b) {
                taker.take(a + 1L, b + 1L);
                left--;
            }
        }
    }

    /// By inversion: the weights sum up like the cube root of the rank.
    private int byWeight(SplittableRandom random, double low, double high) {
        double root = low + random.nextDouble() * (high - low);
        long rank = Math.min(memberCount - 1L, (long) (root * root * root - FLATTENED_RANKS));
        return (int) (Math.max(0, rank) * 1_000_000_007L % memberCount);
    }
}
