package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A contest between weights of many signals and simple rankings: each is tried on choices it has not learnt from.
///
/// Several weights are fitted, each drawn more or less strongly to the fixed ones, which take part as they are, too:
/// learnt from one half, tried on the other. The best of them must find more than the best of the simple ones by a
/// standard error, or the simple one wins: it is to be preferred until there is evidence (Breiman and others, 1984).
///
/// Confined to one rehearsal.
final class Contest {
    /// For the ridge, from hardly anything learnt to hardly anything kept.
    private static final double[] STRENGTHS = {3_000, 500, 100, 25, RankingFit.RIDGE};

    /// The fixed weights as they are: drawn to them without limit.
    private static final int NOT_FITTED = -1;

    private static final int HALVES = 2;
    /// Standard errors.
    private static final double LEAD = 1;

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final List<List<Choice>> halves;
    private final double[] fixed;
    private final List<double[]> simple;
    private final long seed;

    /// @param rounds what the newcomers of each rehearsal had before them
    /// @param fixed what fitted weights are drawn to
    /// @param simple what competes with them
    Contest(List<List<Choice>> rounds, double[] fixed, List<double[]> simple, long seed) {
        this.halves = IntStream.range(0, HALVES)
                .mapToObj(half -> IntStream.range(0, rounds.size())
                        .filter(round -> round % HALVES == half)
                        .boxed()
                        .flatMap(round -> rounds.get(round).stream())
                        .toList())
                .toList();
        this.fixed = fixed;
        this.simple = simple;
        this.seed = seed;
    }

    /// What one of the competitors found, by choice.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Found(int competitor, double[] byChoice) {
        double mean() {
            return DoubleStream.of(byChoice).average().orElse(0);
        }

        static Found best(List<Found> all) {
            return all.stream().reduce((a, b) -> b.mean() > a.mean() ? b : a).orElseThrow();
        }

        /// Whether it found more than the other by so many standard errors that it is no chance.
        boolean isClearlyMoreThan(Found other) {
            int count = byChoice.length;
            double lead = mean() - other.mean();
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double rest = byChoice[i] - other.byChoice[i] - lead;
                squares += rest * rest;
            }
            return lead > LEAD * Math.sqrt(squares / count / Math.max(1, count - 1));
        }
    }

    double[] winner() {
        Found fitted = Found.best(fitted());
        Found simplest = Found.best(IntStream.range(0, simple.size())
                .mapToObj(i -> new Found(i, found(simple.get(i), simple.get(i))))
                .toList());
        if (!fitted.isClearlyMoreThan(simplest)) {
            return simple.get(simplest.competitor());
        }
        if (fitted.competitor() == NOT_FITTED) {
            return fixed;
        }
        List<Choice> all = halves.stream().flatMap(List::stream).toList();
        return RankingFit.fit(all, fixed, STRENGTHS[fitted.competitor()], fixed);
    }

    private List<Found> fitted() {
        List<Found> found = new ArrayList<>();
        found.add(new Found(NOT_FITTED, found(fixed, fixed)));
        double[] forFirst = fixed;
        double[] forSecond = fixed;
        for (int i = 0; i < STRENGTHS.length; i++) {
            double ridge = STRENGTHS[i] / HALVES;
            forFirst = RankingFit.fit(halves.getLast(), fixed, ridge, forFirst);
            forSecond = RankingFit.fit(halves.getFirst(), fixed, ridge, forSecond);
            found.add(new Found(i, found(forFirst, forSecond)));
        }
        return found;
    }

    /// Precision at 10 of each choice: with `first` on the first half, with `second` on the second.
    private double[] found(double[] first, double[] second) {
        return DoubleStream.concat(found(halves.getFirst(), first), found(halves.getLast(), second))
                .toArray();
    }

    private DoubleStream found(List<Choice> choices, double[] each) {
        Weights weights = new Weights(each, Calibration.USUAL);
        return choices.stream()
                .mapToDouble(choice -> Measures.precisionAtTen(
                        weights.logOdds(choice.vectors()), choice.isTied(), choice.importance(), RANDOM.create(seed)));
    }
}
