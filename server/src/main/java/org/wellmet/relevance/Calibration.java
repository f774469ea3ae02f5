package org.wellmet.relevance;

import java.util.Arrays;

/// Turns log-odds that rank into a probability that may be believed: `1 / (1 + e^-(intercept + slope x))` (Platt,
/// 1999).
///
/// The slope is never negative, so that the order stays.
///
/// Immutable.
record Calibration(double intercept, double slope) {
    /// Until a network has its own: about one in a hundred of those asked about.
    static final Calibration USUAL = new Calibration(-8, 1);

    private static final int STEPS = 50;
    private static final double DRAW = 1e-3;
    private static final double SMALLEST_SLOPE = 1e-3;
    private static final double SMALLEST_MOVE = 1e-7;

    Calibration {
        if (!(slope > 0) || !Double.isFinite(intercept) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException(
                    "calibration must rise and be finite, got " + intercept + " and " + slope);
        }
    }

    double probability(double logOdds) {
        return logistic(intercept + slope * logOdds);
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// The likeliest for these outcomes, each counted `importance` times. Newton's method on the standardised
    /// scores; where there is nothing to learn from, as many as happened and a slope of 1.
    static Calibration fit(double[] scores, boolean[] happened, double[] importance) {
        double total = Arrays.stream(importance).sum();
        if (total == 0) {
            return USUAL;
        }
        double mean = 0;
        double yes = 0;
        for (int i = 0; i < scores.length; i++) {
            mean += importance[i] * scores[i] / total;
            yes += happened[i] ? importance[i] : 0;
        }
        double rate = (yes + 0.5) / (total + 1);
        double start = Math.log(rate / (1 - rate));
        double deviation = deviation(scores, importance, mean, total);
        if (deviation < 1e-9) {
            return new Calibration(start - mean, 1);
        }
        double[] standard = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            standard[i] = (scores[i] - mean) / deviation;
        }
        double[] line = climb(start, standard, happened, importance);
        double rising = Math.max(SMALLEST_SLOPE, line[1]);
        return new Calibration(line[0] - rising * mean / deviation, rising / deviation);
    }

    private static double deviation(double[] scores, double[] importance, double mean, double total) {
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            squares += importance[i] * (scores[i] - mean) * (scores[i] - mean);
        }
        return Math.sqrt(squares / total);
    }

    /// Intercept and slope for standardised scores.
    private static double[] climb(double start, double[] scores, boolean[] happened, double[] importance) {
        double[] line = {start, 0};
        double moved = 1;
        for (int step = 0; step < STEPS && moved >= SMALLEST_MOVE; step++) {
            double[] gradient = {0, -DRAW * line[1]};
            double[][] curvature = {{1e-9, 0}, {0, DRAW}};
            for (int i = 0; i < scores.length; i++) {
                double p = logistic(line[0] + line[1] * scores[i]);
                double rest = importance[i] * ((happened[i] ? 1 : 0) - p);
                double spread = importance[i] * p * (1 - p);
                gradient[0] += rest;
                gradient[1] += rest * scores[i];
                curvature[0][0] += spread;
                curvature[0][1] += spread * scores[i];
                curvature[1][1] += spread * scores[i] * scores[i];
            }
            moved = move(line, gradient, curvature);
        }
        return line;
    }

    /// One Newton step, of bounded length; answers how long it was.
    private static double move(double[] line, double[] gradient, double[][] curvature) {
        double cross = curvature[0][1];
        double determinant = Math.max(1e-12, curvature[0][0] * curvature[1][1] - cross * cross);
        double intercept = Math.clamp((curvature[1][1] * gradient[0] - cross * gradient[1]) / determinant, -1, 1);
        double slope = Math.clamp((curvature[0][0] * gradient[1] - cross * gradient[0]) / determinant, -1, 1);
        line[0] += intercept;
        line[1] += slope;
        return Math.abs(intercept) + Math.abs(slope);
    }
}
