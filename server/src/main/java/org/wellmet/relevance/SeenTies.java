package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Mutuals;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// The ties around a viewer and others, as far as the viewer may see them: three questions to the graph, or four.
///
/// *What is read of a list is bounded.* Of each of the others, it is [#MOST_OF_OTHERS] at most, and of whoever has
/// more also the mutual connections with the viewer, so that these are whole in any case. What is counted on a part
/// of a list is then taken for the whole by proportion ([SeenNetwork]); who has no more is judged exactly.
///
/// Confined to one judging.
final class SeenTies {
    /// Of the list of each who is judged: hundreds are judged at once.
    static final int MOST_OF_OTHERS = 500;

    /// The graph answers for so many at once.
    private static final int PIECE = 500;
    /// Of the viewer's own list, and of those few whom a viewer with few ties knows. Nobody knows so many well.
    private static final int MOST_LISTED = 5_000;

    private static final int MOST_MUTUAL = 1_000;
    private static final long[] NOBODY = {};

    private final Connections connections;
    private final Viewer viewer;
    /// Ascending keys; a list for each of hundreds, not of thousands.
    private final Map<Long, long[]> lists = new HashMap<>();

    private final Map<Long, Integer> degrees = new HashMap<>();

    private SeenTies(Connections connections, Viewer viewer) {
        this.connections = connections;
        this.viewer = viewer;
    }

    /// @param areStrangers whether to leave out the ties between the viewer and the others
    static SeenTies around(Connections connections, Viewer viewer, Collection<MemberId> others, boolean areStrangers) {
        return around(connections, viewer, others, areStrangers, MOST_OF_OTHERS);
    }

    static SeenTies around(
            Connections connections,
            Viewer viewer,
            Collection<MemberId> others,
            boolean areStrangers,
            int mostOfOthers) {
        SeenTies ties = new SeenTies(connections, viewer);
        ties.load(others, mostOfOthers);
        ties.load(Set.of(viewer.id()), MOST_LISTED);
        ties.completeMutuals(others);
        if (areStrangers) {
            ties.separate(others);
        }
        ties.loadThoseBetween(others);
        return ties;
    }

    private void load(Collection<MemberId> members, int most) {
        List<MemberId> waiting = List.copyOf(members);
        for (int from = 0; from < waiting.size(); from += PIECE) {
            List<MemberId> piece = waiting.subList(from, Math.min(waiting.size(), from + PIECE));
            connections.read(viewer, piece, most, (member, count, some) -> {
                degrees.put(member, count);
                if (most > 0) {
                    lists.put(member, some);
                }
            });
        }
    }

    private static long[] keys(Mutuals found) {
        return found.first().stream().mapToLong(MemberId::value).sorted().toArray();
    }

    private void completeMutuals(Collection<MemberId> others) {
        List<MemberId> inPart = new ArrayList<>();
        for (MemberId other : others) {
            if (list(other.value()).length < degree(other.value())) {
                inPart.add(other);
            }
        }
        for (int from = 0; from < inPart.size(); from += PIECE) {
            List<MemberId> piece = inPart.subList(from, Math.min(inPart.size(), from + PIECE));
            connections
                    .mutuals(viewer, piece, MOST_MUTUAL)
                    .forEach((member, found) -> lists.merge(member.value(), keys(found), SeenTies::union));
        }
    }

    private static long[] union(long[] some, long[] more) {
        return LongStream.concat(Arrays.stream(some), Arrays.stream(more).filter(key -> !contains(some, key)))
                .sorted()
                .toArray();
    }

    private static boolean contains(long[] list, long key) {
        return Arrays.binarySearch(list, key) >= 0;
    }

    private void separate(Collection<MemberId> others) {
        long self = viewer.id().value();
        long[] mine = list(self);
        long[] left = mine;
        for (MemberId other : others) {
            long key = other.value();
            if (contains(mine, key) || contains(list(key), self)) {
                left = without(left, key);
                lists.put(key, without(list(key), self));
                degrees.merge(key, -1, Integer::sum);
            }
        }
        lists.put(self, left);
        degrees.merge(self, left.length - mine.length, Integer::sum);
    }

    private static long[] without(long[] list, long key) {
        return Arrays.stream(list).filter(each -> each != key).toArray();
    }

    private void loadThoseBetween(Collection<MemberId> others) {
        long[] mine = list(viewer.id().value());
        if (mine.length <= Signals.FEW_TIES) {
            load(Arrays.stream(mine).mapToObj(MemberId::new).toList(), MOST_LISTED);
            return;
        }
        Set<MemberId> between = new HashSet<>();
        for (MemberId other : others) {
            Arrays.stream(list(other.value()))
                    .filter(key -> contains(mine, key))
                    .mapToObj(MemberId::new)
                    .forEach(between::add);
        }
        load(between.stream().limit(MOST_MUTUAL).toList(), 0);
    }

    /// Everybody on a list that was loaded, as often as they stand there.
    void forEachListed(LongConsumer action) {
        for (long[] list : lists.values()) {
            for (long key : list) {
                action.accept(key);
            }
        }
    }

    /// Whom the member is tied to, ascending, where that was loaded; for reading only.
    long[] list(long member) {
        return lists.getOrDefault(member, NOBODY);
    }

    int degree(long member) {
        return degrees.getOrDefault(member, 0);
    }
}
