package org.wellmet.relevance;

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
        double total = 0;
        double sum = 0;
        double yes = 0;
        for (int i = 0; i < scores.length; i++) {
            total += importance[i];
            sum += importance[i] * scores[i];
            yes += happened[i] ? importance[i] : 0;
        }
        if (total == 0) {
            return USUAL;
        }
        double mean = sum / total;
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            squares += importance[i] * (scores[i] - mean) * (scores[i] - mean);
        }
        double deviation = Math.sqrt(squares / total);
        double rate = (yes + 0.5) / (total + 1);
        double start = Math.log(rate / (1 - rate));
        if (deviation < 1e-9) {
            return new Calibration(start - mean, 1);
        }
        double intercept = start;
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            double g0 = 0;
            double g1 = -DRAW * slope;
            double h00 = 1e-9;
            double h01 = 0;
            double h11 = DRAW;
            for (int i = 0; i < scores.length; i++) {
                double z = (scores[i] - mean) / deviation;
                double p = logistic(intercept + slope * z);
                double rest = importance[i] * ((happened[i] ? 1 : 0) - p);
                double spread = importance[i] * p * (1 - p);
                g0 += rest;
                g1 += rest * z;
                h00 += spread;
                h01 += spread * z;
                h11 += spread * z * z;
            }
            double determinant = Math.max(1e-12, h00 * h11 - h01 * h01);
            double move0 = Math.clamp((h11 * g0 - h01 * g1) / determinant, -1, 1);
            double move1 = Math.clamp((h00 * g1 - h01 * g0) / determinant, -1, 1);
            intercept += move0;
            slope += move1;
            if (Math.abs(move0) + Math.abs(move1) < 1e-7) {
                break;
            }
        }
        double rising = Math.max(SMALLEST_SLOPE, slope);
        return new Calibration(intercept - rising * mean / deviation, rising / deviation);
    }
}
