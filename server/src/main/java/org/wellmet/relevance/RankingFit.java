package org.wellmet.relevance;

import java.util.Arrays;
import java.util.List;

/// Fits weights so that those with whom a viewer is tied stand above the rest: a conditional logit (McFadden,
/// 1974) in which each viewer chooses among all others, drawn to given weights by a ridge on the standardised
/// signals.
///
/// Maximises over `w` the sum over viewers of `1/sqrt(ties) x (sum over ties ln p(u))`, with `p(u)` in proportion to
/// `importance(u) e^(w x(u))`, less `RIDGE/2 |w - w0|^2`. Concave: Newton's method with halved steps.
///
/// Confined to one fit.
final class RankingFit {
    static final double RIDGE = 5;
    private static final int MOST_STEPS = 25;
    private static final double ENOUGH = 0.02;
    private static final double SMALLEST_STEP = 1e-4;
    /// A share that changes nothing.
    private static final double NEGLIGIBLE = 1e-12;

    private final List<Choice> choices;
    private final double[] prior;
    private final double[] deviations;
    private final double ridge;
    private final int length;

    private RankingFit(List<Choice> choices, double[] prior, double ridge) {
        this.choices = choices;
        this.prior = prior;
        this.ridge = ridge;
        this.length = prior.length;
        this.deviations = deviations();
    }

    /// The weights for these choices, sought from `start` on. O(steps x others x signals^2).
    static double[] fit(List<Choice> choices, double[] prior, double ridge, double[] start) {
        List<Choice> telling =
                choices.stream().filter(choice -> choice.tiedCount() > 0).toList();
        return telling.isEmpty() ? prior.clone() : new RankingFit(telling, prior, ridge).run(start);
    }

    private double[] run(double[] start) {
        double[] weights = start.clone();
        Slope slope = look(weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = Cholesky.solve(slope.curvature, slope.gradient);
            double size = 1;
            double[] next = moved(weights, direction, size);
            Slope reached = look(next);
            while (!(reached.value >= slope.value) && size > SMALLEST_STEP) {
                size /= 2;
                next = moved(weights, direction, size);
                reached = look(next);
            }
            if (!(reached.value >= slope.value)) {
                return weights;
            }
            weights = next;
            if (reached.value - slope.value < ENOUGH) {
                return weights;
            }
            slope = reached;
        }
        return weights;
    }

    private static double[] moved(double[] weights, double[] direction, double size) {
        double[] moved = weights.clone();
        add(moved, direction, size);
        return moved;
    }

    /// The value at some weights, its gradient, and the negative second derivative.
    private static final class Slope {
        private final double[] gradient;
        private final double[][] curvature;
        private double value;

        private Slope(int length) {
            gradient = new double[length];
            curvature = new double[length][length];
        }
    }

    private Slope look(double[] weights) {
        Slope slope = new Slope(length);
        for (int i = 0; i < length; i++) {
            double strength = ridge * deviations[i] * deviations[i];
            double distance = weights[i] - prior[i];
            slope.value -= strength / 2 * distance * distance;
            slope.gradient[i] = -strength * distance;
            slope.curvature[i][i] = strength;
        }
        choices.forEach(choice -> look(choice, weights, slope));
        mirror(slope.curvature);
        return slope;
    }

    private void look(Choice choice, double[] weights, Slope slope) {
        double[] shares = new double[choice.vectors().length];
        double[] tiedSum = new double[length];
        double tiedScore = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = dot(weights, choice.vectors()[i]);
            if (choice.isTied()[i]) {
                tiedScore += shares[i];
                add(tiedSum, choice.vectors()[i], 1);
            }
        }
        double logTotal = toShares(shares, choice.importance());
        int tied = choice.tiedCount();
        double weight = 1 / Math.sqrt(tied);
        double[] mean = addSpread(choice.vectors(), shares, weight * tied, slope.curvature);
        add(slope.gradient, tiedSum, weight);
        add(slope.gradient, mean, -weight * tied);
        slope.value += weight * (tiedScore - tied * logTotal);
    }

    /// Makes scores the shares of one, each by its importance; answers the logarithm of what they summed up to.
    private static double toShares(double[] scores, double[] importance) {
        double greatest = Arrays.stream(scores).max().orElse(0);
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = importance[i] * Math.exp(scores[i] - greatest);
            total += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
        return greatest + Math.log(total);
    }

    /// Adds the covariance of the vectors to the lower half; answers their mean. Most signals of traits are 0, so the
    /// mean is taken off at the end and not from each vector.
    private double[] addSpread(double[][] vectors, double[] shares, double weight, double[][] curvature) {
        double[] mean = new double[length];
        int[] present = new int[length];
        for (int each = 0; each < vectors.length; each++) {
            if (shares[each] > NEGLIGIBLE) {
                double[] vector = vectors[each];
                add(mean, vector, shares[each]);
                int count = 0;
                for (int i = 0; i < length; i++) {
                    if (vector[i] != 0) {
                        present[count++] = i;
                        addProducts(curvature[i], vector, present, count, weight * shares[each] * vector[i]);
                    }
                }
            }
        }
        for (int i = 0; i < length; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i][j] -= weight * mean[i] * mean[j];
            }
        }
        return mean;
    }

    private static void addProducts(double[] row, double[] vector, int[] present, int count, double scale) {
        for (int at = 0; at < count; at++) {
            row[present[at]] += scale * vector[present[at]];
        }
    }

    private void mirror(double[][] curvature) {
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    /// The standard deviation of each signal over all choices; 1 where a signal never varies, so that it stays where it
    /// is.
    private double[] deviations() {
        double[] sums = new double[length];
        double[] squares = new double[length];
        double total = 0;
        for (Choice choice : choices) {
            for (int i = 0; i < choice.vectors().length; i++) {
                double importance = choice.importance()[i];
                total += importance;
                for (int j = 0; j < length; j++) {
                    double signal = choice.vectors()[i][j];
                    sums[j] += importance * signal;
                    squares[j] += importance * signal * signal;
                }
            }
        }
        double[] result = new double[length];
        for (int j = 0; j < length; j++) {
            double mean = sums[j] / total;
            double deviation = Math.sqrt(Math.max(0, squares[j] / total - mean * mean));
            result[j] = deviation > 1e-9 ? deviation : 1;
        }
        return result;
    }

    private static void add(double[] to, double[] vector, double weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * vector[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
