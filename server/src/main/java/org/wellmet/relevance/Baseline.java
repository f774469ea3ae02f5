package org.wellmet.relevance;

import java.util.Arrays;

/// The simple rankings that the model must beat.
enum Baseline {
    RANDOM("random"),
    POPULARITY("popularity"),
    COMMON_NEIGHBORS("common neighbours"),
    RESOURCE_ALLOCATION("resource allocation"),
    /// The number of shared traits first, then popularity.
    TRAITS_AND_POPULARITY("traits + popularity");

    private final String label;

    Baseline(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// One score for each of `others`, of whom `vectors` holds the signals.
    double[] scores(Network network, int viewer, int[] others, double[][] vectors) {
        double[] scores = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            scores[i] = switch (this) {
                case RANDOM -> 0;
                case POPULARITY -> network.degree(others[i]);
                case COMMON_NEIGHBORS -> Math.expm1(vectors[i][TieSignal.MUTUAL.at()]);
                case RESOURCE_ALLOCATION -> vectors[i][TieSignal.ALLOCATION.at()];
                case TRAITS_AND_POPULARITY ->
                    sharedCount(network, viewer, others[i]) + network.degree(others[i]) / (network.tieEnds() + 1);
            };
        }
        return scores;
    }

    private static int sharedCount(Network network, int viewer, int other) {
        int shared = 0;
        for (int kind = 0; kind < network.kindCount(); kind++) {
            int[] mine = network.values(kind, viewer);
            for (int value : network.values(kind, other)) {
                shared += Arrays.binarySearch(mine, value) >= 0 ? 1 : 0;
            }
        }
        return shared;
    }
}
