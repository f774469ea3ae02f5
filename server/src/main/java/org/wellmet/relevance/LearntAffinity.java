package org.wellmet.relevance;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Affinities counted on the ties of a network.
///
/// For values `s` and `t` of a kind, `E(s,t)` counts the ends of ties between their holders, and `D(s) D(t) / 2m`
/// is how many there would be if ties knew nothing of the trait (the degree-corrected block model of Karrer and
/// Newman, 2011). The ratio is drawn towards that of the whole kind, like to like or not, by [#DOUBT] imagined
/// ties:
///
/// `ln ((E(s,t) + DOUBT r) / (D(s) D(t) / 2m + DOUBT))`
///
/// A kind of more than [#MOST_VALUES_IN_PAIRS] values is too thin for pairs: each value is compared with itself only.
///
/// Immutable.
final class LearntAffinity implements Affinity {
    static final double DOUBT = 5;
    static final int MOST_VALUES_IN_PAIRS = 800;

    private final double[][] pairs;
    private final double[] alike;
    private final double unlike;

    private LearntAffinity(double[][] pairs, double[] alike, double unlike) {
        this.pairs = pairs;
        this.alike = alike;
        this.unlike = unlike;
    }

    /// O(ties times values of both ends).
    static LearntAffinity of(TraitColumn column, int[][] neighbors) {
        Counts counts = new Counts(column);
        for (int member = 0; member < neighbors.length; member++) {
            counts.add(member, neighbors[member]);
        }
        return counts.affinity();
    }

    /// Ends of ties by the values at both.
    private static final class Counts {
        private final TraitColumn column;
        private final boolean isPaired;
        /// `D(s)`.
        private final double[] ends;
        /// `E(s,s)`.
        private final double[] alike;
        /// `E(s,t)`, where there are not too many values.
        private final double[][] pairs;

        private double all;
        private double tieEnds;

        Counts(TraitColumn column) {
            int count = column.valueCount();
            this.column = column;
            this.isPaired = count <= MOST_VALUES_IN_PAIRS;
            this.ends = new double[count];
            this.alike = new double[count];
            this.pairs = new double[isPaired ? count : 0][count];
        }

        void add(int member, int[] neighbors) {
            int[] mine = column.values()[member];
            tieEnds += neighbors.length;
            for (int value : mine) {
                ends[value] += neighbors.length;
            }
            for (int neighbor : neighbors) {
                addPairs(mine, column.values()[neighbor]);
            }
        }

        private void addPairs(int[] mine, int[] theirs) {
            all += (double) mine.length * theirs.length;
            for (int value : mine) {
                if (Arrays.binarySearch(theirs, value) >= 0) {
                    alike[value]++;
                }
                if (isPaired) {
                    for (int other : theirs) {
                        pairs[value][other]++;
                    }
                }
            }
        }

        LearntAffinity affinity() {
            double scale = 1 / Math.max(1, tieEnds);
            double sum = Arrays.stream(ends).sum();
            double within = Arrays.stream(alike).sum();
            double expectedWithin =
                    Arrays.stream(ends).map(own -> own * own * scale).sum();
            double likeRatio = (within + 1) / (expectedWithin + 1);
            double unlikeRatio = (all - within + 1) / (Math.max(0, sum * sum * scale - expectedWithin) + 1);
            for (int value = 0; value < ends.length; value++) {
                alike[value] = log(alike[value], ends[value] * ends[value] * scale, likeRatio);
                for (int other = 0; other < pairs.length; other++) {
                    pairs[value][other] = value == other
                            ? alike[value]
                            : log(pairs[value][other], ends[value] * ends[other] * scale, unlikeRatio);
                }
            }
            return new LearntAffinity(pairs, alike, Math.log(unlikeRatio));
        }
    }

    private static double log(double seen, double expected, double ratio) {
        return Math.log((seen + DOUBT * ratio) / (expected + DOUBT));
    }

    @Override
    public ToDoubleFunction<int[]> toward(int[] mine) {
        double[] toward = means(mine);
        return theirs -> {
            double sum = 0;
            for (int value : theirs) {
                sum += toward[value];
            }
            return theirs.length == 0 ? 0 : sum / theirs.length;
        };
    }

    /// For every value: the mean over `mine`.
    private double[] means(int[] mine) {
        double[] means = new double[alike.length];
        if (mine.length == 0) {
            return means;
        }
        double share = 1.0 / mine.length;
        if (pairs.length == 0) {
            Arrays.fill(means, unlike);
            for (int value : mine) {
                means[value] += share * (alike[value] - unlike);
            }
            return means;
        }
        for (int value : mine) {
            for (int other = 0; other < means.length; other++) {
                means[other] += share * pairs[value][other];
            }
        }
        return means;
    }
}
