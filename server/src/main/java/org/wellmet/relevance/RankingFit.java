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
    private static final double ENOUGH = 1e-3;
    private static final double SMALLEST_STEP = 1e-4;

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

    /// The weights for these choices. O(steps x others x signals^2).
    static double[] fit(List<Choice> choices, double[] prior, double ridge) {
        List<Choice> telling =
                choices.stream().filter(choice -> choice.tiedCount() > 0).toList();
        return telling.isEmpty() ? prior.clone() : new RankingFit(telling, prior, ridge).run();
    }

    private double[] run() {
        double[] weights = prior.clone();
        double[] gradient = new double[length];
        double[][] curvature = new double[length][length];
        double value = look(weights, gradient, curvature);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = Cholesky.solve(curvature, gradient);
            double size = 1;
            double[] next = moved(weights, direction, size);
            double reached = look(next, gradient, curvature);
            while (!(reached >= value) && size > SMALLEST_STEP) {
                size /= 2;
                next = moved(weights, direction, size);
                reached = look(next, gradient, curvature);
            }
            if (!(reached >= value)) {
                return weights;
            }
            weights = next;
            if (reached - value < ENOUGH) {
                return weights;
            }
            value = reached;
        }
        return weights;
    }

    private static double[] moved(double[] weights, double[] direction, double size) {
        double[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += size * direction[i];
        }
        return moved;
    }

    /// The value at `weights`; fills in the gradient and the negative second derivative.
    private double look(double[] weights, double[] gradient, double[][] curvature) {
        double value = 0;
        for (int i = 0; i < length; i++) {
            double strength = ridge * deviations[i] * deviations[i];
            double distance = weights[i] - prior[i];
            value -= strength / 2 * distance * distance;
            gradient[i] = -strength * distance;
            Arrays.fill(curvature[i], 0);
            curvature[i][i] = strength;
        }
        for (Choice choice : choices) {
            value += look(choice, weights, gradient, curvature);
        }
        mirror(curvature);
        return value;
    }

    private double look(Choice choice, double[] weights, double[] gradient, double[][] curvature) {
        double[][] vectors = choice.vectors();
        double[] shares = new double[vectors.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vectors.length; i++) {
            shares[i] = dot(weights, vectors[i]);
            greatest = Math.max(greatest, shares[i]);
        }
        double[] tiedSum = new double[length];
        int tied = 0;
        double tiedScore = 0;
        double total = 0;
        for (int i = 0; i < vectors.length; i++) {
            if (choice.isTied()[i]) {
                tied++;
                tiedScore += shares[i] - greatest;
                add(tiedSum, vectors[i], 1);
            }
            shares[i] = choice.importance()[i] * Math.exp(shares[i] - greatest);
            total += shares[i];
        }
        double weight = 1 / Math.sqrt(tied);
        double[] mean = new double[length];
        for (int i = 0; i < vectors.length; i++) {
            shares[i] /= total;
            add(mean, vectors[i], shares[i]);
        }
        double spreadWeight = weight * tied;
        for (int i = 0; i < vectors.length; i++) {
            addSpread(curvature, vectors[i], mean, spreadWeight * shares[i]);
        }
        for (int i = 0; i < length; i++) {
            gradient[i] += weight * (tiedSum[i] - tied * mean[i]);
        }
        return weight * (tiedScore - tied * Math.log(total));
    }

    private void addSpread(double[][] curvature, double[] vector, double[] mean, double weight) {
        if (weight < 1e-12) {
            return;
        }
        for (int i = 0; i < length; i++) {
            double scaled = weight * (vector[i] - mean[i]);
            if (scaled != 0) {
                double[] row = curvature[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += scaled * (vector[j] - mean[j]);
                }
            }
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
