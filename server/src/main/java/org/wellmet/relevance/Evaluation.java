package org.wellmet.relevance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Measures the model on a network: newcomers keep a few of their ties, and the model, which sees only what is
/// left, ranks everybody else for them. Right is whom they were tied to.
///
/// The model's weights come from a [Rehearsal] on what is left. The same seed gives the same figures.
final class Evaluation {
    /// How many ties newcomers keep.
    static final List<Integer> KEPT = List.of(0, 1, 3);

    private static final int MOST_NEWCOMERS = 300;
    private static final int ONE_IN = 5;
    /// Of whom one newcomer could meet, so many show how far probabilities may be believed.
    private static final int MOST_CALIBRATED = 2_000;

    private final TieNetwork network;
    private final long seed;

    Evaluation(TieNetwork network, long seed) {
        this.network = network;
        this.seed = seed;
    }

    /// The mean over the newcomers.
    record Figures(double precisionAtTen, double areaUnderCurve) {
        static Figures mean(List<Figures> all) {
            return new Figures(
                    all.stream().mapToDouble(Figures::precisionAtTen).average().orElse(0),
                    all.stream().mapToDouble(Figures::areaUnderCurve).average().orElse(0));
        }
    }

    /// What came out for newcomers with `kept` ties; all figures are of the same newcomers.
    ///
    /// @param fixed what a server reaches that has learnt nothing: the fixed weights, and no affinities
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Result(
            int kept,
            int newcomers,
            Weights weights,
            Figures model,
            Figures fixed,
            Map<Baseline, Figures> baselines,
            Measures.Group[] calibration) {
        double bestSimplePrecision() {
            return baselines.values().stream()
                    .mapToDouble(Figures::precisionAtTen)
                    .max()
                    .orElse(0);
        }
    }

    /// One newcomer's part of the result.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Part(
            Figures model,
            Figures fixed,
            Map<Baseline, Figures> baselines,
            double[] probabilities,
            boolean[] happened) {}

    /// A way to rank: what is seen, and what it is worth.
    private record Ranking(Signals signals, Weights weights) {
        double[] scores(double[][] vectors) {
            return weights.logOdds(vectors);
        }
    }

    /// How many of so many members are taken for newcomers, if there are enough who have the ties.
    static int newcomerCount(int memberCount) {
        return Math.min(MOST_NEWCOMERS, memberCount / ONE_IN);
    }

    Result run(int kept) {
        int count = newcomerCount(network.memberCount());
        Newcomers newcomers = Newcomers.choose(network.ties(), kept, count, random(kept));
        TieNetwork left = network.withTies(newcomers.remaining());
        Ranking model = new Ranking(new Signals(left), new Rehearsal(left, seed).weights(kept));
        Ranking fixed = new Ranking(
                new Signals(left.withoutAffinities()), FixedWeights.ofUnknown(Band.of(kept), network.kindCount()));
        List<Part> parts = IntStream.range(0, newcomers.members().length)
                .parallel()
                .mapToObj(index -> part(newcomers, index, left, model, fixed))
                .toList();
        Map<Baseline, Figures> baselines = new EnumMap<>(Baseline.class);
        for (Baseline baseline : Baseline.values()) {
            baselines.put(
                    baseline,
                    Figures.mean(parts.stream()
                            .flatMap(part -> part.baselines().entrySet().stream())
                            .filter(entry -> entry.getKey() == baseline)
                            .map(Map.Entry::getValue)
                            .toList()));
        }
        return new Result(
                kept,
                parts.size(),
                model.weights(),
                Figures.mean(parts.stream().map(Part::model).toList()),
                Figures.mean(parts.stream().map(Part::fixed).toList()),
                baselines,
                calibration(parts));
    }

    private Part part(Newcomers newcomers, int index, TieNetwork left, Ranking model, Ranking fixed) {
        int viewer = newcomers.members()[index];
        int[] others = newcomers.strangers(index);
        boolean[] isRight = new boolean[others.length];
        for (int i = 0; i < others.length; i++) {
            isRight[i] = newcomers.isLost(index, others[i]);
        }
        double[][] vectors = model.signals().of(viewer, others);
        double[] scores = model.scores(vectors);
        double[] fixedScores = fixed.scores(fixed.signals().of(viewer, others));
        Map<Baseline, Figures> baselines = new EnumMap<>(Baseline.class);
        for (Baseline baseline : Baseline.values()) {
            baselines.put(baseline, figures(baseline.scores(left, viewer, others, vectors), isRight, random(viewer)));
        }
        int[] sample = sample(others.length, index);
        double[] probabilities = new double[sample.length];
        boolean[] happened = new boolean[sample.length];
        for (int i = 0; i < sample.length; i++) {
            probabilities[i] = model.weights().calibration().probability(scores[sample[i]]);
            happened[i] = isRight[sample[i]];
        }
        return new Part(
                figures(scores, isRight, random(viewer)),
                figures(fixedScores, isRight, random(viewer)),
                baselines,
                probabilities,
                happened);
    }

    /// Every so manieth of `length`, so that they are no more than [#MOST_CALIBRATED].
    private static int[] sample(int length, int start) {
        int step = Math.max(1, (length + MOST_CALIBRATED - 1) / MOST_CALIBRATED);
        return IntStream.iterate(start % step, i -> i < length, i -> i + step).toArray();
    }

    private static Figures figures(double[] scores, boolean[] isRight, RandomGenerator random) {
        return new Figures(Measures.precisionAtTen(scores, isRight, random), Measures.areaUnderCurve(scores, isRight));
    }

    private static Measures.Group[] calibration(List<Part> parts) {
        int size = parts.stream().mapToInt(part -> part.happened().length).sum();
        double[] all = new double[size];
        boolean[] right = new boolean[size];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.probabilities(), 0, all, at, part.happened().length);
            System.arraycopy(part.happened(), 0, right, at, part.happened().length);
            at += part.happened().length;
        }
        return Measures.groups(all, right);
    }

    private RandomGenerator random(long salt) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + salt);
    }
}
