package org.wellmet.relevance;

import java.util.Arrays;

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
        int count = column.valueCount();
        boolean isPaired = count <= MOST_VALUES_IN_PAIRS;
        double[] ends = new double[count];
        double[] alike = new double[count];
        double[][] pairs = new double[isPaired ? count : 0][count];
        double all = 0;
        double within = 0;
        double tieEnds = 0;
        for (int member = 0; member < neighbors.length; member++) {
            int[] mine = column.values()[member];
            tieEnds += neighbors[member].length;
            for (int value : mine) {
                ends[value] += neighbors[member].length;
            }
            for (int neighbor : neighbors[member]) {
                int[] theirs = column.values()[neighbor];
                all += (double) mine.length * theirs.length;
                for (int value : mine) {
                    if (isPaired) {
                        for (int other : theirs) {
                            pairs[value][other]++;
                        }
                    } else if (Arrays.binarySearch(theirs, value) >= 0) {
                        alike[value]++;
                    }
                }
            }
        }
        double scale = 1 / Math.max(1, tieEnds);
        double sum = Arrays.stream(ends).sum();
        double expectedWithin = 0;
        for (int value = 0; value < count; value++) {
            alike[value] = isPaired ? pairs[value][value] : alike[value];
            within += alike[value];
            expectedWithin += ends[value] * ends[value] * scale;
        }
        double likeRatio = (within + 1) / (expectedWithin + 1);
        double unlikeRatio = (all - within + 1) / (Math.max(0, sum * sum * scale - expectedWithin) + 1);
        for (int value = 0; value < count; value++) {
            for (int other = 0; other < (isPaired ? count : 0); other++) {
                double ratio = value == other ? likeRatio : unlikeRatio;
                pairs[value][other] = log(pairs[value][other], ends[value] * ends[other] * scale, ratio);
            }
            alike[value] = log(alike[value], ends[value] * ends[value] * scale, likeRatio);
        }
        return new LearntAffinity(pairs, alike, Math.log(unlikeRatio));
    }

    private static double log(double seen, double expected, double ratio) {
        return Math.log((seen + DOUBT * ratio) / (expected + DOUBT));
    }

    @Override
    public double[] toward(int[] mine, int valueCount) {
        double[] mean = new double[valueCount];
        if (mine.length == 0) {
            return mean;
        }
        double share = 1.0 / mine.length;
        if (pairs.length == 0) {
            Arrays.fill(mean, unlike);
            for (int value : mine) {
                mean[value] += share * (alike[value] - unlike);
            }
            return mean;
        }
        for (int value : mine) {
            for (int other = 0; other < valueCount; other++) {
                mean[other] += share * pairs[value][other];
            }
        }
        return mean;
    }
}
