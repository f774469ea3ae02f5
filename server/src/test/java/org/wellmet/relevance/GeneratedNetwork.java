package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// A network made by chance: members of some groups, who tie the more readily the more active both are and the
/// more their groups like each other, and who close triangles.
final class GeneratedNetwork {
    private final int members;
    private final int groups;
    private final double likeness;
    private final double closure;
    private final Random random;

    GeneratedNetwork(int members, int groups, double likeness, double closure, long seed) {
        this.members = members;
        this.groups = groups;
        this.likeness = likeness;
        this.closure = closure;
        this.random = new Random(seed);
    }

    /// With so many ties for each member, and one kind of trait besides the group that means nothing.
    TieNetwork of(int tiesEach) {
        int[] group = random.ints(members, 0, groups).toArray();
        double[] activity = random.doubles(members)
                .map(chance -> Math.pow(1 - chance * 0.99, -0.7))
                .toArray();
        double[][] liking = new double[groups][groups];
        for (int a = 0; a < groups; a++) {
            for (int b = 0; b <= a; b++) {
                liking[a][b] = a == b ? likeness : Math.pow(random.nextDouble(), 3) * 2;
                liking[b][a] = liking[a][b];
            }
        }
        List<TreeSet<Integer>> ties = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            ties.add(new TreeSet<>());
        }
        int made = 0;
        while (made < members * tiesEach / 2) {
            int a = random.nextInt(members);
            int b = random.nextDouble() < closure ? friendOfAFriend(a, ties) : random.nextInt(members);
            double chance = activity[a] * activity[b] * liking[group[a]][group[b]] / (likeness * 60);
            if (a != b && (random.nextDouble() < chance) && ties.get(a).add(b)) {
                ties.get(b).add(a);
                made++;
            }
        }
        int[][] neighbors = ties.stream()
                .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        int[][] groupValues = new int[members][];
        int[][] noise = new int[members][];
        for (int member = 0; member < members; member++) {
            groupValues[member] = random.nextDouble() < 0.1 ? new int[0] : new int[] {group[member]};
            noise[member] = new int[] {random.nextInt(12)};
        }
        return new TieNetwork(
                neighbors, List.of(new TraitColumn("group", groupValues, groups), new TraitColumn("noise", noise, 12)));
    }

    private int friendOfAFriend(int member, List<TreeSet<Integer>> ties) {
        List<Integer> friends = List.copyOf(ties.get(member));
        if (friends.isEmpty()) {
            return random.nextInt(members);
        }
        List<Integer> further = List.copyOf(ties.get(friends.get(random.nextInt(friends.size()))));
        return further.get(random.nextInt(further.size()));
    }
}
