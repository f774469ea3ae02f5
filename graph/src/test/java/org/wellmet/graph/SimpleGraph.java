package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One version of the graph in maps and sets: too simple to be wrong.
///
/// Immutable.
record SimpleGraph(
        LogPosition position,
        Map<Long, NavigableSet<Long>> edges,
        NavigableSet<Long> hidden,
        Map<Long, ListAudience> audiences) {

    static final SimpleGraph EMPTY = new SimpleGraph(LogPosition.START, Map.of(), new TreeSet<>(), Map.of());

    /// The graph after these changes. O(members + edges).
    SimpleGraph with(List<? extends GraphChange> changes, LogPosition upTo) {
        SimpleGraph next = copy(position.or(upTo));
        changes.forEach(next::change);
        return next;
    }

    private SimpleGraph copy(LogPosition at) {
        Map<Long, NavigableSet<Long>> lists = new HashMap<>();
        edges.forEach((key, list) -> lists.put(key, new TreeSet<>(list)));
        return new SimpleGraph(at, lists, new TreeSet<>(hidden), new HashMap<>(audiences));
    }

    private void change(GraphChange change) {
        switch (change) {
            case GraphChange.Connect(long a, long b) -> {
                list(a).add(b);
                list(b).add(a);
            }
            case GraphChange.Disconnect(long a, long b) -> {
                disconnect(a, b);
                disconnect(b, a);
            }
            case GraphChange.AddMember(long key) -> list(key);
            case GraphChange.RemoveMember(long key) -> remove(key);
            case GraphChange.Hide(long key) -> {
                list(key);
                hidden.add(key);
            }
            case GraphChange.Unhide(long key) -> {
                list(key);
                hidden.remove(key);
            }
            case GraphChange.ShowList(long key, ListAudience audience) -> {
                list(key);
                audiences.put(key, audience);
            }
        }
    }

    /// The list of a member, made if there is none.
    NavigableSet<Long> list(long key) {
        return edges.computeIfAbsent(key, _ -> new TreeSet<>());
    }

    private void disconnect(long key, long other) {
        NavigableSet<Long> list = edges.get(key);
        if (list != null) {
            list.remove(other);
        }
    }

    private void remove(long key) {
        neighbors(key).forEach(other -> disconnect(other, key));
        edges.remove(key);
        hidden.remove(key);
        audiences.remove(key);
    }

    int memberCount() {
        return edges.size();
    }

    long connectionCount() {
        return edges.values().stream().mapToLong(Collection::size).sum() / 2;
    }

    boolean holds(long key) {
        return edges.containsKey(key);
    }

    /// The promise of [VisibilityRule], word for word: this graph without what the rule hides. O(members +
    /// edges).
    SimpleGraph seenThrough(VisibilityRule rule) {
        Map<Long, NavigableSet<Long>> visible = new HashMap<>();
        edges.forEach((key, list) -> {
            if (isThere(key, rule)) {
                NavigableSet<Long> seen = new TreeSet<>(list);
                seen.removeIf(other -> !isThere(other, rule) || !isEdgeSeen(key, other, rule));
                visible.put(key, seen);
            }
        });
        return new SimpleGraph(position, visible, new TreeSet<>(), Map.of());
    }

    private boolean isThere(long key, VisibilityRule rule) {
        return !hidden.contains(key) && !rule.leftOut().contains(key);
    }

    private boolean isEdgeSeen(long a, long b, VisibilityRule rule) {
        if (rule.viewer().isPresent()
                && (rule.viewer().getAsLong() == a || rule.viewer().getAsLong() == b)) {
            return true;
        }
        return isListSeen(a, rule) && isListSeen(b, rule);
    }

    private boolean isListSeen(long key, VisibilityRule rule) {
        if (rule.concealed().contains(key)) {
            return false;
        }
        return rule.seesEveryList()
                || switch (audiences.getOrDefault(key, ListAudience.EVERYONE)) {
                    case EVERYONE -> true;
                    case CONNECTIONS ->
                        rule.viewer().isPresent()
                                && neighbors(key).contains(rule.viewer().getAsLong());
                    case NOBODY -> false;
                };
    }

    private NavigableSet<Long> neighbors(long key) {
        NavigableSet<Long> list = edges.get(key);
        return list == null ? new TreeSet<>() : list;
    }

    Separations separations(long from, Collection<Long> keys) {
        Map<Long, Integer> distances = distancesFrom(from, 3);
        Map<Long, Separation> byKey = new LinkedHashMap<>();
        for (long key : keys) {
            int distance = key == from ? 0 : distances.getOrDefault(key, -1);
            byKey.put(key, Separation.atDistance(distance));
        }
        return new Separations(position, byKey);
    }

    /// Distances from one member to all within `maxDistance`, by breadth-first search.
    Map<Long, Integer> distancesFrom(long from, int maxDistance) {
        Map<Long, Integer> distances = new TreeMap<>();
        if (!holds(from)) {
            return distances;
        }
        distances.put(from, 0);
        List<Long> frontier = List.of(from);
        for (int distance = 1; distance <= maxDistance; distance++) {
            List<Long> next = new ArrayList<>();
            for (long key : frontier) {
                for (long other : neighbors(key)) {
                    if (distances.putIfAbsent(other, distance) == null) {
                        next.add(other);
                    }
                }
            }
            frontier = next;
        }
        return distances;
    }

    MutualConnections mutualConnections(long a, long b, int limit) {
        NavigableSet<Long> both = new TreeSet<>(neighbors(a));
        both.retainAll(neighbors(b));
        return new MutualConnections(position, both.size(), first(both, limit));
    }

    Neighbors neighbors(long key, int limit) {
        NavigableSet<Long> list = neighbors(key);
        return new Neighbors(position, list.size(), first(list, limit));
    }

    private static List<Long> first(NavigableSet<Long> keys, int limit) {
        return keys.stream().limit(limit).toList();
    }

    Reach reach(long key) {
        long[] atDistance = new long[4];
        distancesFrom(key, 3).values().forEach(distance -> atDistance[distance]++);
        return new Reach(position, atDistance[1], atDistance[2], atDistance[3]);
    }

    ShortestPaths shortestPaths(long from, long to, int limit) {
        Map<Long, Integer> toGo = distancesFrom(to, SocialGraph.MAX_PATH_LENGTH);
        @Nullable Integer length = toGo.get(from);
        List<GraphPath> paths = new ArrayList<>();
        if (length != null) {
            extend(new ArrayList<>(List.of(from)), toGo, limit + 1, paths);
        }
        boolean isComplete = paths.size() <= limit;
        return new ShortestPaths(position, isComplete ? paths : paths.subList(0, limit), isComplete);
    }

    private void extend(List<Long> walked, Map<Long, Integer> toGo, int limit, List<GraphPath> paths) {
        long last = walked.getLast();
        int steps = toGo.getOrDefault(last, 0);
        if (steps == 0) {
            paths.add(new GraphPath(walked));
            return;
        }
        for (long next : neighbors(last)) {
            if (paths.size() < limit && toGo.getOrDefault(next, Integer.MAX_VALUE) == steps - 1) {
                walked.add(next);
                extend(walked, toGo, limit, paths);
                walked.removeLast();
            }
        }
    }

    /// The definition, word for word: a sum over the common neighbors of each pair.
    Candidates candidates(CandidateQuestion question) {
        List<Candidate> all = new ArrayList<>();
        if (!edges.containsKey(question.from())) {
            return new Candidates(position, all, true);
        }
        for (long key : edges.keySet()) {
            NavigableSet<Long> mutuals = new TreeSet<>(neighbors(question.from()));
            mutuals.retainAll(neighbors(key));
            mutuals.removeIf(mutual -> neighbors(mutual).size() > question.maxMutualDegree());
            boolean isNew = key != question.from() && !neighbors(key).contains(question.from());
            boolean isAsked = !mutuals.isEmpty() || question.named().contains(key);
            if (isNew && !question.excluded().contains(key) && isAsked) {
                all.add(candidate(key, mutuals, question));
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingLong(Candidate::key));
        List<Candidate> best = all.stream()
                .filter(candidate -> candidate.mutualCount() > 0)
                .limit(question.limit())
                .toList();
        List<Candidate> answered = all.stream()
                .filter(candidate ->
                        best.contains(candidate) || question.named().contains(candidate.key()))
                .toList();
        return new Candidates(position, answered, true);
    }

    private Candidate candidate(long key, NavigableSet<Long> mutuals, CandidateQuestion question) {
        long units = mutuals.stream()
                .mapToLong(mutual ->
                        Scores.units(question.index().weight(neighbors(mutual).size())))
                .sum();
        List<Long> carriedBy = mutuals.stream()
                .sorted(Comparator.<Long>comparingInt(
                                mutual -> neighbors(mutual).size())
                        .thenComparingLong(Long::longValue))
                .limit(question.carriedByLimit())
                .toList();
        return new Candidate(key, Scores.amount(units), mutuals.size(), carriedBy);
    }
}
