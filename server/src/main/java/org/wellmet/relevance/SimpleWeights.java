package org.wellmet.relevance;

import java.util.List;

/// Weights under which the model ranks as simply as can be. Where a network's ties follow one simple rule, nothing that
/// is fitted does better, so these take part in the [Contest].
final class SimpleWeights {
    /// Orders those who would be equal, and nobody else.
    private static final double LITTLE = 1e-3;

    /// More than activity ever makes.
    private static final double MUCH = 10;

    private SimpleWeights() {}

    static List<double[]> of(int kindCount) {
        double[] traits = with(kindCount, TieSignal.ACTIVITY, 1);
        for (int kind = 0; kind < kindCount; kind++) {
            traits[TraitSignal.SHARED.at(kind)] = MUCH;
        }
        return List.of(
                with(kindCount, TieSignal.ACTIVITY, 1),
                traits,
                with(kindCount, TieSignal.ALLOCATION, 1),
                with(kindCount, TieSignal.MUTUAL, 1));
    }

    private static double[] with(int kindCount, TieSignal signal, double weight) {
        double[] weights = new double[TraitSignal.vectorLength(kindCount)];
        weights[TieSignal.ACTIVITY.at()] = LITTLE;
        weights[signal.at()] = weight;
        return weights;
    }
}
