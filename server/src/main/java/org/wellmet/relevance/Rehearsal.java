package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Learns the weights for viewers with a given number of ties from a network's own ties: it takes some of its
/// members for newcomers, hides their ties, and fits weights that would have found them again.
///
/// How strongly the weights are drawn to the fixed ones is decided by trial: fitted on one half of the rehearsals and
/// tried on the other, and the strength that finds most wins; as do [SimpleWeights] that find more than all of them.
///
/// A network that is too small for that keeps the fixed weights. The same seed gives the same weights.
final class Rehearsal {
    private static final int ROUNDS = 4;
    /// The cost grows with the square of the signals: of very many, half the rounds must do.
    private static final int MANY_SIGNALS = 60;

    private static final int HALVES = 2;
    private static final int MOST_VIEWERS = 150;
    private static final int FEWEST_VIEWERS = 8;
    /// Of more, a sample stands for the rest.
    private static final int MOST_OTHERS = 400;

    /// For the ridge, from hardly anything learnt to hardly anything kept.
    private static final double[] STRENGTHS = {3_000, 500, 100, 25, RankingFit.RIDGE};

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
        List<List<Choice>> halves = IntStream.range(0, HALVES)
                .mapToObj(half -> IntStream.range(0, fixed.each().length > MANY_SIGNALS ? ROUNDS / 2 : ROUNDS)
                        .filter(round -> round % HALVES == half)
                        .boxed()
                        .flatMap(round -> choices(kept, round).stream())
                        .toList())
                .toList();
        List<Choice> all = halves.stream().flatMap(List::stream).toList();
        if (all.size() < FEWEST_VIEWERS) {
            return fixed;
        }
        Weights weights = new Weights(best(halves, all, fixed.each()), fixed.calibration());
        return weights.calibrated(calibration(all, weights));
    }

    private double[] best(List<List<Choice>> halves, List<Choice> all, double[] fixed) {
        List<double[]> simple = SimpleWeights.of(network.kindCount());
        double[] found = new double[STRENGTHS.length + simple.size()];
        for (int half = 0; half < HALVES; half++) {
            List<Choice> tried = halves.get(half);
            double[] fitted = fixed;
            for (int i = 0; i < STRENGTHS.length; i++) {
                fitted = RankingFit.fit(halves.get(HALVES - 1 - half), fixed, STRENGTHS[i] / HALVES, fitted);
                found[i] += found(tried, fitted);
            }
            for (int i = 0; i < simple.size(); i++) {
                found[STRENGTHS.length + i] += found(tried, simple.get(i));
            }
        }
        int best = IntStream.range(0, found.length)
                .reduce((a, b) -> found[b] > found[a] ? b : a)
                .orElseThrow();
        return best < STRENGTHS.length
                ? RankingFit.fit(all, fixed, STRENGTHS[best], fixed)
                : simple.get(best - STRENGTHS.length);
    }

    /// Precision at 10.
    private double found(List<Choice> choices, double[] each) {
        Weights weights = new Weights(each, Calibration.USUAL);
        return choices.stream()
                .mapToDouble(choice -> Measures.precisionAtTen(
                        weights.logOdds(choice.vectors()), choice.isTied(), RANDOM.create(seed)))
                .average()
                .orElse(0);
    }

    /// What the newcomers of a round had before them.
    private List<Choice> choices(int kept, int round) {
        RandomGenerator random = RANDOM.create(seed + 1_000_003L * (round + 1));
        int eligible = Newcomers.eligible(network.ties(), kept).length;
        Newcomers newcomers = Newcomers.choose(network.ties(), kept, Math.min(MOST_VIEWERS, eligible / 4), random);
        Signals signals = new Signals(network.withTies(newcomers.remaining()));
        List<Choice> choices = new ArrayList<>();
        for (int index = 0; index < newcomers.members().length; index++) {
            choices.add(choice(newcomers, index, signals, random));
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
