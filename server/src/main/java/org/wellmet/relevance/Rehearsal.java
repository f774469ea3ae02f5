package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Learns the weights for viewers with a given number of ties from a network's own ties: it takes some of its
/// members for newcomers, hides their ties, and has a [Contest] of weights find them again.
///
/// *Whose ties are unseen*: newcomers of the network itself have few ties because the rest is hidden. Nobody may learn
/// from them that few ties mean no tie, so as many as there are of them, among all who have so few, stay out of sight.
///
/// A network that is too small for that keeps the fixed weights. The same seed gives the same weights.
final class Rehearsal {
    private static final int ROUNDS = 8;
    /// The cost grows with the square of the signals: of very many, half the rounds must do.
    private static final int MANY_SIGNALS = 60;

    /// Few at a time leave the network more as it is.
    private static final int ONE_IN = 6;

    private static final int MOST_VIEWERS = 75;
    private static final int FEWEST_VIEWERS = 8;
    /// Of more, a sample stands for the rest.
    private static final int MOST_OTHERS = 400;

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final TieNetwork network;
    private final long seed;

    Rehearsal(TieNetwork network, long seed) {
        this.network = network;
        this.seed = seed;
    }

    /// The weights for viewers who have `kept` ties.
    Weights weights(int kept) {
        Weights fixed = FixedWeights.ofUnknown(Band.of(kept), network.kindCount());
        List<List<Choice>> rounds = IntStream.range(0, fixed.each().length > MANY_SIGNALS ? ROUNDS / 2 : ROUNDS)
                .mapToObj(round -> choices(kept, round))
                .toList();
        List<Choice> all = rounds.stream().flatMap(List::stream).toList();
        if (all.size() < FEWEST_VIEWERS) {
            return fixed;
        }
        List<double[]> simple = SimpleWeights.of(network.kindCount());
        Weights weights = new Weights(new Contest(rounds, fixed.each(), simple, seed).winner(), fixed.calibration());
        return weights.calibrated(calibration(all, weights));
    }

    /// What the newcomers of a round had before them.
    private List<Choice> choices(int kept, int round) {
        RandomGenerator random = RANDOM.create(seed + 1_000_003L * (round + 1));
        int eligible = Newcomers.eligible(network.ties(), kept).length;
        Newcomers newcomers = Newcomers.choose(network.ties(), kept, Math.min(MOST_VIEWERS, eligible / ONE_IN), random);
        Signals signals = new Signals(network.withTies(newcomers.remaining()));
        boolean[] isUnseen = unseen(kept, random);
        List<Choice> choices = new ArrayList<>();
        for (int index = 0; index < newcomers.members().length; index++) {
            choices.add(choice(newcomers, index, signals, isUnseen, random));
        }
        return choices;
    }

    /// As many by chance as the network has newcomers, of those who have `kept` ties or fewer.
    private boolean[] unseen(int kept, RandomGenerator random) {
        int[] few = IntStream.range(0, network.memberCount())
                .filter(member -> network.degree(member) <= kept)
                .toArray();
        double chance = (double) Evaluation.newcomerCount(network.memberCount()) / Math.max(1, few.length);
        boolean[] isUnseen = new boolean[network.memberCount()];
        for (int member : few) {
            isUnseen[member] = random.nextDouble() < chance;
        }
        return isUnseen;
    }

    private static Choice choice(
            Newcomers newcomers, int index, Signals signals, boolean[] isUnseen, RandomGenerator random) {
        int[] strangers = IntStream.of(newcomers.strangers(index))
                .filter(other -> !isUnseen[other])
                .toArray();
        double untied = IntStream.of(strangers)
                .filter(other -> !newcomers.isLost(index, other))
                .count();
        double chance = Math.min(1, MOST_OTHERS / Math.max(1, untied));
        int[] others = IntStream.of(strangers)
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
