package org.wellmet.relevance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// How good a ranking is.
final class Measures {
    static final int TOP = 10;
    private static final int GROUPS = 10;

    private Measures() {}

    /// How many of the first ten are right, as a share of ten. Equals are ordered by chance.
    static double precisionAtTen(double[] scores, boolean[] isRight, RandomGenerator random) {
        double[] chance = random.doubles(scores.length).toArray();
        return IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])
                                .thenComparingDouble(i -> chance[i]))
                        .limit(TOP)
                        .filter(i -> isRight[i])
                        .count()
                / (double) TOP;
    }

    /// How likely a right one stands above a wrong one (the area under the ROC curve); equals count half. One half
    /// where all are right, or none.
    static double areaUnderCurve(double[] scores, boolean[] isRight) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double right = 0;
        double rankSum = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            int rightHere = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                rightHere += isRight[order[to]] ? 1 : 0;
                to++;
            }
            rankSum += rightHere * (from + 1 + to) / 2.0;
            right += rightHere;
            from = to;
        }
        double wrong = scores.length - right;
        return right == 0 || wrong == 0 ? 0.5 : (rankSum - right * (right + 1) / 2) / (right * wrong);
    }

    /// One of ten groups of equal size, from the least to the most probable.
    record Group(int size, double predicted, double happened) {}

    /// What was predicted and what happened, in ten groups.
    static Group[] groups(double[] probabilities, boolean[] isRight) {
        Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
        Group[] groups = new Group[GROUPS];
        for (int group = 0; group < GROUPS; group++) {
            int from = (int) ((long) order.length * group / GROUPS);
            int to = (int) ((long) order.length * (group + 1) / GROUPS);
            double predicted = 0;
            double happened = 0;
            for (int i = from; i < to; i++) {
                predicted += probabilities[order[i]];
                happened += isRight[order[i]] ? 1 : 0;
            }
            int size = Math.max(1, to - from);
            groups[group] = new Group(to - from, predicted / size, happened / size);
        }
        return groups;
    }

    /// By how much predictions and outcomes differ in these groups, on average (the expected calibration error).
    static double calibrationError(Group[] groups) {
        double total = Arrays.stream(groups).mapToInt(Group::size).sum();
        return total == 0
                ? 0
                : Arrays.stream(groups)
                        .mapToDouble(group -> group.size() / total * Math.abs(group.predicted() - group.happened()))
                        .sum();
    }
}
