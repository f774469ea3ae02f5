package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Learns the weights for viewers with a given number of ties from a network's own ties: it takes some of its
/// members for newcomers, hides their ties, and fits weights that would have found them again.
///
/// A network that is too small for that keeps the fixed weights. The same seed gives the same weights.
final class Rehearsal {
    private static final int ROUNDS = 2;
    private static final int MOST_VIEWERS = 150;
    private static final int FEWEST_VIEWERS = 8;
    /// Of more, a sample stands for the rest.
    private static final int MOST_OTHERS = 800;

    private final TieNetwork network;
    private final long seed;

    Rehearsal(TieNetwork network, long seed) {
        this.network = network;
        this.seed = seed;
    }

    /// The weights for viewers who have `kept` ties.
    Weights weights(int kept) {
        Weights fixed = FixedWeights.of(Band.of(kept), network.kindCount());
        List<Choice> choices = choices(kept);
        if (choices.size() < FEWEST_VIEWERS) {
            return fixed;
        }
        double[] fitted = RankingFit.fit(choices, fixed.each(), RankingFit.RIDGE);
        Weights weights = new Weights(fitted, fixed.calibration());
        return weights.calibrated(calibration(choices, weights));
    }

    /// What the newcomers of all rounds had before them.
    List<Choice> choices(int kept) {
        List<Choice> choices = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1_000_003L * (round + 1));
            int eligible = Newcomers.eligible(network.ties(), kept).length;
            Newcomers newcomers = Newcomers.choose(network.ties(), kept, Math.min(MOST_VIEWERS, eligible / 4), random);
            Signals signals = new Signals(network.withTies(newcomers.remaining()));
            for (int index = 0; index < newcomers.members().length; index++) {
                choices.add(choice(newcomers, index, signals, random));
            }
        }
        return choices;
    }

    private static Choice choice(Newcomers newcomers, int index, Signals signals, RandomGenerator random) {
        int[] strangers = newcomers.strangers(index);
        int untied = strangers.length - newcomers.lost()[index].length;
        double chance = Math.min(1, (double) MOST_OTHERS / Math.max(1, untied));
        int[] others = Arrays.stream(strangers)
                .filter(other -> newcomers.isLost(index, other) || random.nextDouble() < chance)
                .toArray();
        boolean[] isTied = new boolean[others.length];
        double[] importance = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            isTied[i] = newcomers.isLost(index, others[i]);
            importance[i] = isTied[i] ? 1 : 1 / chance;
        }
        return new Choice(signals.of(newcomers.members()[index], others), isTied, importance);
    }

    private static Calibration calibration(List<Choice> choices, Weights weights) {
        int size = choices.stream().mapToInt(choice -> choice.isTied().length).sum();
        double[] scores = new double[size];
        boolean[] happened = new boolean[size];
        double[] importance = new double[size];
        int at = 0;
        for (Choice choice : choices) {
            int length = choice.isTied().length;
            System.arraycopy(weights.logOdds(choice.vectors()), 0, scores, at, length);
            System.arraycopy(choice.isTied(), 0, happened, at, length);
            System.arraycopy(choice.importance(), 0, importance, at, length);
            at += length;
        }
        return Calibration.fit(scores, happened, importance);
    }
}
