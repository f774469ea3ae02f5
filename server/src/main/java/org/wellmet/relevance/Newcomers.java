package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Members of a network taken for newcomers: each keeps a few of their ties, to members who are none, and loses the
/// rest.
///
/// Immutable by agreement: the arrays are handed over.
///
/// @param members ascending
/// @param lost the ties that each of `members` lost, ascending
/// @param remaining the ties that are left to everybody
record Newcomers(int[] members, int[][] lost, int[][] remaining) {
    /// A newcomer has at least so many ties to lose.
    static final int FEWEST_LOST = 3;

    /// Chooses up to `count` among the members that have at least `kept + 3` ties. A newcomer who has fewer than `kept`
    /// ties to others than newcomers keeps those.
    static Newcomers choose(int[][] ties, int kept, int count, RandomGenerator random) {
        int[] eligible = eligible(ties, kept);
        shuffle(eligible, random);
        int[] chosen = Arrays.copyOf(eligible, Math.min(count, eligible.length));
        Arrays.sort(chosen);
        boolean[] isNew = new boolean[ties.length];
        IntStream.of(chosen).forEach(member -> isNew[member] = true);
        List<int[]> keeping = new ArrayList<>();
        for (int member : chosen) {
            int[] old =
                    IntStream.of(ties[member]).filter(other -> !isNew[other]).toArray();
            shuffle(old, random);
            int[] own = Arrays.copyOf(old, Math.min(kept, old.length));
            Arrays.sort(own);
            keeping.add(own);
        }
        return new Newcomers(chosen, lost(ties, chosen, keeping), remaining(ties, isNew, chosen, keeping));
    }

    static int[] eligible(int[][] ties, int kept) {
        return IntStream.range(0, ties.length)
                .filter(member -> ties[member].length >= kept + FEWEST_LOST)
                .toArray();
    }

    private static int[][] lost(int[][] ties, int[] chosen, List<int[]> keeping) {
        int[][] lost = new int[chosen.length][];
        for (int i = 0; i < chosen.length; i++) {
            int[] kept = keeping.get(i);
            lost[i] = IntStream.of(ties[chosen[i]])
                    .filter(other -> Arrays.binarySearch(kept, other) < 0)
                    .toArray();
        }
        return lost;
    }

    private static int[][] remaining(int[][] ties, boolean[] isNew, int[] chosen, List<int[]> keeping) {
        int[][] remaining = new int[ties.length][];
        for (int i = 0; i < chosen.length; i++) {
            remaining[chosen[i]] = keeping.get(i);
        }
        for (int member = 0; member < ties.length; member++) {
            if (!isNew[member]) {
                int self = member;
                remaining[member] = IntStream.of(ties[member])
                        .filter(other -> !isNew[other] || Arrays.binarySearch(remaining[other], self) >= 0)
                        .toArray();
            }
        }
        return remaining;
    }

    private static void shuffle(int[] array, RandomGenerator random) {
        for (int i = array.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = array[i];
            array[i] = array[j];
            array[j] = swapped;
        }
    }

    /// All who are no neighbours of that newcomer, ascending.
    int[] strangers(int index) {
        int member = members[index];
        return IntStream.range(0, remaining.length)
                .filter(other -> other != member && Arrays.binarySearch(remaining[member], other) < 0)
                .toArray();
    }

    /// Whether that newcomer lost the tie.
    boolean isLost(int index, int other) {
        return Arrays.binarySearch(lost[index], other) >= 0;
    }
}
