package org.wellmet.relevance;

import java.util.Arrays;

/// What each signal is worth to viewers of one [Band]: units of log-odds for one unit of the signal; and how their sum
/// becomes a probability.
///
/// Immutable by agreement: the array is handed over.
record Weights(double[] each, Calibration calibration) {
    /// The sum of what the signals are worth.
    double logOdds(double[] signals) {
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += each[i] * signals[i];
        }
        return sum;
    }

    double[] logOdds(double[][] vectors) {
        return Arrays.stream(vectors).mapToDouble(this::logOdds).toArray();
    }

    /// The same weights with another calibration.
    Weights calibrated(Calibration other) {
        return new Weights(each, other);
    }
}
