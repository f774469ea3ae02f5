package org.wellmet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.wellmet.relevance.Trait;

/// Traits of members who exist in a [PowerLawGraph] only: an area, two or three organisations, one or two schools,
/// three to ten skills and topics, most of them drawn by a power law, so that there are common ones and rare ones;
/// colleagues of one circle share an organisation.
///
/// As an index it answers who shares a rare one. Immutable once made.
final class GeneratedTraits {
    /// So many more have traits, and no connection.
    static final int NEWCOMERS = 1_000;

    private static final int CIRCLE_SIZE = 50;
    private static final int FIRST_MONTH = 2005 * 12;
    private static final int MONTHS = 200;
    private static final int STAY_MONTHS = 40;

    private final int memberCount;
    private final Kinds kinds;
    private final int[][] traits;
    private final int[] starts;
    private final int[] holders;
    private final double[] rarities;

    GeneratedTraits(int memberCount, long seed) {
        this.memberCount = memberCount;
        this.traits = new int[memberCount + 1][];
        SplittableRandom random = new SplittableRandom(seed);
        this.kinds = new Kinds(memberCount);
        int[] counts = new int[kinds.count() + 1];
        for (int member = 1; member <= memberCount; member++) {
            traits[member] = kinds.draw(member, random);
            for (int trait : traits[member]) {
                counts[trait + 1]++;
            }
        }
        this.rarities = new double[kinds.count()];
        for (int trait = 0; trait < rarities.length; trait++) {
            rarities[trait] = Math.log((double) memberCount / Math.max(1, counts[trait + 1]));
        }
        Arrays.parallelPrefix(counts, Integer::sum);
        this.starts = counts;
        this.holders = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int member = 1; member <= memberCount; member++) {
            for (int trait : traits[member]) {
                holders[next[trait]++] = member;
            }
        }
    }

    /// The numbers of the traits, kind after kind.
    private record Kinds(int areas, int organisations, int schools, int skills) {
        Kinds(int memberCount) {
            this(500, memberCount / CIRCLE_SIZE + memberCount / 20, 3_000, 20_000);
        }

        String name(int trait) {
            if (trait < areas) {
                return "area";
            }
            if (trait < areas + organisations) {
                return "organisation";
            }
            if (trait < areas + organisations + schools) {
                return "school";
            }
            return trait % 2 == 0 ? "skill" : "topic";
        }

        int count() {
            return areas + organisations + schools + skills;
        }

        int[] draw(int member, SplittableRandom random) {
            int[] drawn = new int[16];
            int size = 0;
            drawn[size++] = skewed(random, areas);
            drawn[size++] = areas + (member - 1) / CIRCLE_SIZE; // the colleagues
            for (int more = 1 + random.nextInt(2); more > 0; more--) {
                drawn[size++] = areas + skewed(random, organisations);
            }
            for (int more = 1 + random.nextInt(2); more > 0; more--) {
                drawn[size++] = areas + organisations + skewed(random, schools);
            }
            for (int more = 3 + random.nextInt(8); more > 0; more--) {
                drawn[size++] = areas + organisations + schools + skewed(random, skills);
            }
            return Arrays.stream(drawn, 0, size).sorted().distinct().toArray();
        }

        private static int skewed(SplittableRandom random, int count) {
            double even = random.nextDouble();
            return (int) (count * even * even * even);
        }
    }

    /// Up to `limit` members who share the member's rarest traits.
    int[] sharing(long member, int limit) {
        int[] own = of(member);
        Integer[] rarestFirst = Arrays.stream(own).boxed().toArray(Integer[]::new);
        Arrays.sort(rarestFirst, (a, b) -> Double.compare(rarities[b], rarities[a]));
        int[] found = new int[limit];
        int size = 0;
        for (int trait : rarestFirst) {
            for (int at = starts[trait]; at < starts[trait + 1] && size < limit; at++) {
                if (holders[at] != member) {
                    found[size++] = holders[at];
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    /// Whether both live in one area.
    boolean isNear(long a, long b) {
        return of(a)[0] == of(b)[0];
    }

    /// What the member says, by kind, as the server keeps it: places with the time that was spent there.
    Map<String, List<Trait>> said(long member) {
        Map<String, List<Trait>> said = new HashMap<>();
        for (int trait : of(member)) {
            String kind = kinds.name(trait);
            said.computeIfAbsent(kind, _ -> new ArrayList<>()).add(trait(kind, trait, (int) member));
        }
        return said;
    }

    private static Trait trait(String kind, int number, int member) {
        String key = kind + number;
        boolean isPlace = kind.equals("organisation") || kind.equals("school");
        int from = FIRST_MONTH + (member * 31 + number * 7) % MONTHS;
        return isPlace ? new Trait(key, key, from, from + STAY_MONTHS) : Trait.of(key, key);
    }

    /// What the member has; newcomers have what the first members have.
    private int[] of(long member) {
        return traits[(int) (member > memberCount ? member - memberCount : member)];
    }

    /// The last key of a newcomer: they come after the members.
    long lastKey() {
        return memberCount + (long) NEWCOMERS;
    }

    int memberCount() {
        return memberCount;
    }
}
