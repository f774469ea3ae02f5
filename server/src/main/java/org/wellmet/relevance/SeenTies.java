package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Mutuals;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// The ties around a viewer and others, as far as the viewer may see them: three questions to the graph.
///
/// Confined to one judging.
final class SeenTies {
    /// The graph answers for so many at once.
    private static final int PIECE = 500;
    /// Of longer lists the rest is left out: nobody knows so many well.
    private static final int MOST_LISTED = 5_000;
    private static final int MOST_MUTUAL = 1_000;

    private final Connections connections;
    private final Viewer viewer;
    private final Map<Long, Mutuals> lists = new HashMap<>();
    private final Map<Long, Integer> degrees = new HashMap<>();

    private SeenTies(Connections connections, Viewer viewer) {
        this.connections = connections;
        this.viewer = viewer;
    }

    /// @param areStrangers whether to leave out the ties between the viewer and the others
    static SeenTies around(Connections connections, Viewer viewer, Collection<MemberId> others, boolean areStrangers) {
        SeenTies ties = new SeenTies(connections, viewer);
        Set<MemberId> all = new HashSet<>(others);
        all.add(viewer.id());
        ties.load(all, MOST_LISTED);
        if (areStrangers) {
            ties.separate(Set.copyOf(others));
        }
        ties.loadThoseBetween(others);
        return ties;
    }

    private void separate(Set<MemberId> others) {
        leaveOut(viewer.id().value(), others);
        others.forEach(other -> leaveOut(other.value(), Set.of(viewer.id())));
    }

    private void leaveOut(long member, Set<MemberId> others) {
        List<MemberId> list = list(member);
        List<MemberId> left =
                list.stream().filter(other -> !others.contains(other)).toList();
        int count = degree(member) - list.size() + left.size();
        degrees.put(member, count);
        lists.put(member, new Mutuals(count, left));
    }

    private void loadThoseBetween(Collection<MemberId> others) {
        Set<MemberId> mine = new HashSet<>(list(viewer.id().value()));
        if (mine.size() <= Signals.FEW_TIES) {
            load(mine, MOST_LISTED);
            return;
        }
        Set<MemberId> between = new HashSet<>();
        for (MemberId other : others) {
            list(other.value()).stream().filter(mine::contains).forEach(between::add);
        }
        load(between.stream().limit(MOST_MUTUAL).toList(), 0);
    }

    private void load(Collection<MemberId> members, int most) {
        List<MemberId> waiting = new ArrayList<>(members);
        for (int from = 0; from < waiting.size(); from += PIECE) {
            List<MemberId> piece = waiting.subList(from, Math.min(waiting.size(), from + PIECE));
            connections.listed(viewer, piece, most).forEach((member, found) -> {
                degrees.put(member.value(), found.count());
                if (most > 0) {
                    lists.put(member.value(), found);
                }
            });
        }
    }

    /// Whom the member is tied to, where that was loaded.
    List<MemberId> list(long member) {
        return lists.getOrDefault(member, Mutuals.NONE).first();
    }

    int degree(long member) {
        return degrees.getOrDefault(member, 0);
    }
}
