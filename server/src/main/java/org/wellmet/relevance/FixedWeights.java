package org.wellmet.relevance;

/// The weights that hold until a network has fitted its own, and towards which every fit is drawn.
///
/// Most follow from theory: under the degree-corrected block model the log-odds of a tie are `ln d(u)` plus the
/// affinity of the two's values, each with weight 1. Where several signals tell the same from several sides
/// (mutual connections, resource allocation, lift), the weight is shared among them.
final class FixedWeights {
    /// What a kind is worth that says nothing of itself.
    static final double USUAL = 0.25;

    /// Seven kinds tell of the same company.
    private static final double COMPANY_SHARE = 0.25;

    private FixedWeights() {}

    /// For that many kinds of traits of which nothing more is known.
    static Weights of(Band band, int kindCount) {
        double[] weights = new double[TraitSignal.vectorLength(kindCount)];
        for (TieSignal signal : TieSignal.values()) {
            weights[signal.at()] = of(band, signal);
        }
        for (int kind = 0; kind < kindCount; kind++) {
            for (TraitSignal signal : TraitSignal.values()) {
                weights[signal.at(kind)] = of(band, signal);
            }
        }
        return new Weights(weights, Calibration.USUAL);
    }

    /// For the server, where many kinds tell of the same people: *shared* is worth what the kind itself says, *company*
    /// and *around* a part.
    ///
    /// @param usual what each kind says of itself, as [TraitSource#usualWeight]
    static Weights inServer(Band band, double[] usual) {
        Weights weights = of(band, usual.length);
        double share = of(band, TraitSignal.SHARED) / of(Band.NEWCOMER, TraitSignal.SHARED);
        for (int kind = 0; kind < usual.length; kind++) {
            weights.each()[TraitSignal.SHARED.at(kind)] = usual[kind] * share;
            weights.each()[TraitSignal.COMPANY.at(kind)] *= COMPANY_SHARE;
            weights.each()[TraitSignal.AROUND.at(kind)] *= COMPANY_SHARE;
        }
        return weights;
    }

    static double of(Band band, TieSignal signal) {
        boolean isNewcomer = band == Band.NEWCOMER;
        return switch (signal) {
            case ACTIVITY -> 1;
            case ACTIVITY_SQUARED -> 0;
            case MUTUAL -> isNewcomer ? 0 : 0.5;
            case ALLOCATION -> 0;
            case ALLOCATION_LOG -> isNewcomer ? 0 : 0.2;
            case CLOSENESS -> isNewcomer ? 0 : 0.1;
            case LIFT -> isNewcomer ? 0 : 0.3;
            case COMPANIONS -> isNewcomer ? 0 : 0.2;
        };
    }

    static double of(Band band, TraitSignal signal) {
        return switch (signal) {
            case SHARED -> by(band, 0.3, 0.3, 0.3, 0.2);
            case ALIKE -> by(band, 0.7, 0.6, 0.5, 0.4);
            case COMPANY -> by(band, 0.4, 0.4, 0.3, 0.3);
            case AROUND -> by(band, 0, 0.2, 0.3, 0.3);
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
