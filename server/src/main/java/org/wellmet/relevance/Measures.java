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
        double right = 0;
        for (int each : first(scores, random)) {
            right += isRight[each] ? 1 : 0;
        }
        return right / TOP;
    }

    /// The same of a sample in which each stands for `importance` others that would be beside it, 1 or more: the first
    /// ten of all, not of the sample.
    static double precisionAtTen(double[] scores, boolean[] isRight, double[] importance, RandomGenerator random) {
        double right = 0;
        double left = TOP;
        for (int each : first(scores, random)) {
            double share = Math.min(1, left / importance[each]);
            right += isRight[each] ? share : 0;
            left -= share * importance[each];
        }
        return right / TOP;
    }

    /// Where the ten greatest stand, greatest first. Hardly more than O(scores).
    private static int[] first(double[] scores, RandomGenerator random) {
        double[] chance = random.doubles(scores.length).toArray();
        int[] first = new int[Math.min(TOP, scores.length)];
        for (int i = 0; i < scores.length; i++) {
            int place = Math.min(i, first.length);
            while (place > 0 && isBefore(i, first[place - 1], scores, chance)) {
                if (place < first.length) {
                    first[place] = first[place - 1];
                }
                place--;
            }
            if (place < first.length) {
                first[place] = i;
            }
        }
        return first;
    }

    private static boolean isBefore(int a, int b, double[] scores, double[] chance) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && chance[a] < chance[b]);
    }

    /// How likely a right one stands above a wrong one (the area under the ROC curve); equals count half. One half
    /// where all are right, or none. O(scores x logarithm of the right ones).
    static double areaUnderCurve(double[] scores, boolean[] isRight) {
        double[] right = IntStream.range(0, scores.length)
                .filter(i -> isRight[i])
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        double wrong = scores.length - right.length;
        if (right.length == 0 || wrong == 0) {
            return 0.5;
        }
        double above = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!isRight[i]) {
                above += right.length - (below(right, scores[i], false) + below(right, scores[i], true)) / 2.0;
            }
        }
        return above / (right.length * wrong);
    }

    /// How many of the ascending are below a value, or equal to it where that counts.
    private static int below(double[] ascending, double value, boolean isEqualCounted) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value || (isEqualCounted && ascending[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
