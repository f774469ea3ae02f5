package org.wellmet.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.GraphChange.Hide;
import org.wellmet.graph.GraphChange.RemoveMember;
import org.wellmet.graph.GraphChange.ShowList;
import org.wellmet.graph.GraphChange.Unhide;

/// Graphs of several kinds, as the changes that make them. Keys are scattered, so that they are no ordinals by
/// chance.
final class RandomGraphs {
    private RandomGraphs() {}

    enum Kind {
        UNIFORM,
        SPARSE,
        POWER_LAW,
        SMALL_WORLD,
        CLIQUES,
        STAR,
        EMPTY,
        ONE_MEMBER
    }

    static long key(int index) {
        return (index * 7_919L + 13) % 1_000_003 * 1_000_000_007L;
    }

    static List<GraphChange> of(Kind kind, int size, Random random) {
        return switch (kind) {
            case UNIFORM -> uniform(size, size * 4, random);
            case SPARSE -> uniform(size, size, random);
            case POWER_LAW -> powerLaw(size, random);
            case SMALL_WORLD -> smallWorld(size, random);
            case CLIQUES -> cliques(size, random);
            case STAR -> star(size);
            case EMPTY -> new ArrayList<>();
            case ONE_MEMBER -> new ArrayList<>(List.of(new AddMember(key(0))));
        };
    }

    private static List<GraphChange> uniform(int size, int edgeCount, Random random) {
        List<GraphChange> changes = new ArrayList<>();
        for (int edge = 0; edge < edgeCount; edge++) {
            connect(random.nextInt(size), random.nextInt(size), changes);
        }
        return changes;
    }

    /// Preferential attachment: each newcomer connects to three ends of edges drawn before.
    private static List<GraphChange> powerLaw(int size, Random random) {
        List<GraphChange> changes = new ArrayList<>();
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int newcomer = 1; newcomer < size; newcomer++) {
            for (int edge = 0; edge < 3; edge++) {
                int other = ends.get(random.nextInt(ends.size()));
                connect(newcomer, other, changes);
                ends.add(other);
            }
            ends.add(newcomer);
        }
        return changes;
    }

    private static List<GraphChange> smallWorld(int size, Random random) {
        List<GraphChange> changes = new ArrayList<>();
        for (int member = 0; member < size; member++) {
            for (int step = 1; step <= 2; step++) {
                boolean isShortcut = random.nextInt(10) == 0;
                connect(member, isShortcut ? random.nextInt(size) : (member + step) % size, changes);
            }
        }
        return changes;
    }

    private static List<GraphChange> cliques(int size, Random random) {
        List<GraphChange> changes = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size && b / 8 == a / 8; b++) {
                connect(a, b, changes);
            }
            if (random.nextInt(8) == 0) {
                connect(a, random.nextInt(size), changes);
            }
        }
        return changes;
    }

    private static List<GraphChange> star(int size) {
        List<GraphChange> changes = new ArrayList<>();
        for (int leaf = 1; leaf < size; leaf++) {
            connect(0, leaf, changes);
        }
        return changes;
    }

    private static void connect(int a, int b, List<GraphChange> changes) {
        if (a != b) {
            changes.add(new Connect(key(a), key(b)));
        }
    }

    /// A change of any kind, most often an edge made or cut.
    static GraphChange anyChange(int size, Random random) {
        long a = key(random.nextInt(size));
        long b = key(random.nextInt(size));
        return switch (random.nextInt(20)) {
            case 0 -> new AddMember(a);
            case 1 -> new RemoveMember(a);
            case 2 -> new Hide(a);
            case 3 -> new Unhide(a);
            case 4, 5 -> new ShowList(a, ListAudience.values()[random.nextInt(3)]);
            case 6, 7, 8, 9, 10 -> new Disconnect(a, b);
            default -> a == b ? new AddMember(a) : new Connect(a, b);
        };
    }

    /// A rule of any kind: who looks, who is left out, whose list is concealed.
    static VisibilityRule anyRule(int size, Random random) {
        VisibilityRule rule = switch (random.nextInt(4)) {
            case 0 -> VisibilityRule.everything();
            case 1 -> VisibilityRule.seenByAnyone();
            default -> VisibilityRule.seenBy(key(random.nextInt(size)));
        };
        for (int some = random.nextInt(3); some > 0; some--) {
            rule = random.nextBoolean()
                    ? rule.leavingOut(Set.of(key(random.nextInt(size))))
                    : rule.concealing(Set.of(key(random.nextInt(size))));
        }
        return rule;
    }
}
