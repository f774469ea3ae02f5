package org.wellmet.relevance;

import java.util.Arrays;

/// The weights that hold until a network has fitted its own, and towards which every fit is drawn.
///
/// Most follow from theory: under the degree-corrected block model the log-odds of a tie are `ln d(u)` plus the
/// affinity of the two's values, each with weight 1. Where several signals tell the same from several sides
/// (mutual connections, resource allocation, lift), the weight is shared among them.
final class FixedWeights {
    /// What a kind is worth that says nothing of itself, if it were the only one.
    static final double USUAL = 0.5;

    private FixedWeights() {}

    /// For kinds of traits each of which is worth so much if it were the only one.
    ///
    /// Kinds tell of the same people, so each is worth less where there are several: by the root of their number.
    ///
    /// @param usual what each kind says of itself, as [TraitSource#usualWeight]
    static Weights of(Band band, double... usual) {
        double[] weights = new double[TraitSignal.vectorLength(usual.length)];
        for (TieSignal signal : TieSignal.values()) {
            weights[signal.at()] = of(band, signal);
        }
        double share = 1 / Math.sqrt(Math.max(1, usual.length));
        for (int kind = 0; kind < usual.length; kind++) {
            for (TraitSignal signal : TraitSignal.values()) {
                weights[signal.at(kind)] =
                        share * of(band, signal) * (signal == TraitSignal.SHARED ? usual[kind] / USUAL : 1);
            }
        }
        return new Weights(weights, Calibration.USUAL);
    }

    /// For that many kinds of which nothing more is known.
    static Weights ofUnknown(Band band, int kindCount) {
        double[] usual = new double[kindCount];
        Arrays.fill(usual, USUAL);
        return of(band, usual);
    }

    static double of(Band band, TieSignal signal) {
        return switch (signal) {
            case ACTIVITY -> 1;
            case ACTIVITY_SQUARED, ALLOCATION -> 0;
            case MUTUAL -> by(band, 0, 0.2, 0.2, 0.5);
            case ALLOCATION_LOG -> by(band, 0, 0, 0, 0.2);
            case CLOSENESS -> by(band, 0, 0, 0, 0.1);
            case LIFT -> by(band, 0, 0.5, 0.5, 0.3);
            case COMPANIONS -> by(band, 0, 0.5, 0.5, 0);
        };
    }

    static double of(Band band, TraitSignal signal) {
        return switch (signal) {
            case SHARED -> by(band, USUAL, USUAL, USUAL, 0.4);
            case ALIKE -> by(band, 0.7, 0.6, 0.5, 0.4);
            case COMPANY -> by(band, 0.4, 0.4, 0.4, 0.3);
            case AROUND -> by(band, 0, 0.1, 0.1, 0.1);
        };
    }

    private static double by(Band band, double newcomer, double firstTies, double someTies, double connected) {
        return switch (band) {
            case NEWCOMER -> newcomer;
            case FIRST_TIES -> firstTies;
            case SOME_TIES -> someTies;
            case CONNECTED -> connected;
        };
    }
}
