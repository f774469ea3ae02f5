package org.wellmet.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The social graph: changes go in, answers come out.
///
/// Any number of threads may ask at a time; each question reads one whole version of the graph, taken once when it is
/// asked, and says in its answer which [LogPosition] that was. Changes come from one thread at a time, in batches: a
/// reader sees all of a batch or nothing of it.
///
/// Costs are stated with `d` for the degree of a member, `D` for the sum of the degrees of a member's neighbors.
///
/// Thread-safe.
public final class SocialGraph implements AutoCloseable {
    /// The most members that one batch question may name: several pages of names at once.
    public static final int MAX_BATCH = 1_000;

    /// The longest path looked for: beyond six steps nearly everyone is reached and the path says nothing.
    public static final int MAX_PATH_LENGTH = 6;

    /// The most paths that one question gives: between two hubs there may be millions.
    public static final int MAX_PATHS = 1_000;

    private volatile SimpleGraph current = SimpleGraph.EMPTY;

    private SocialGraph() {}

    /// A graph without members, at [LogPosition#START].
    public static SocialGraph empty() {
        return new SocialGraph();
    }

    /// Applies a batch of changes in its order, and makes it visible at once when the last one is applied. The graph
    /// then
    /// stands for `upTo`, or stays at its position if that is later already (a replay).
    ///
    /// One thread at a time. Cost: O(d) for each member named, once in the batch.
    public synchronized void apply(List<? extends GraphChange> changes, LogPosition upTo) {
        current = current.with(changes, upTo);
    }

    /// The log position that a question asked at this moment would answer for. O(1).
    public LogPosition position() {
        return current.position();
    }

    /// The number of members, hidden ones included. O(1).
    public int memberCount() {
        return current.memberCount();
    }

    /// The number of connections, those of hidden members included; each counts once. O(1).
    public long connectionCount() {
        return current.connectionCount();
    }

    /// Whether the member is in the graph, hidden or not. O(1).
    public boolean holds(long key) {
        return current.holds(key);
    }

    /// How far each of up to [#MAX_BATCH] members is from one member, in the order given.
    ///
    /// Cost: O(D + the sum of the degrees of those asked for).
    public Separations separations(long from, Collection<Long> keys, VisibilityRule rule) {
        requireBatch(keys);
        return current.seenThrough(rule).separations(from, keys);
    }

    /// How far one member is from another. Cost: as a batch of one.
    public Separation separation(long from, long to, VisibilityRule rule) {
        return separations(from, List.of(to), rule).to(to);
    }

    /// Who is connected to both: how many, and the first `limit` by key. O(d of both).
    public MutualConnections mutualConnections(long keyA, long keyB, int limit, VisibilityRule rule) {
        requireLimit(limit);
        return current.seenThrough(rule).mutualConnections(keyA, keyB, limit);
    }

    /// The mutual connections of one member with each of up to [#MAX_BATCH] others, in the order given, all read from
    /// one
    /// version. O(the sum of the degrees).
    public Map<Long, MutualConnections> mutualConnections(
            long from, Collection<Long> keys, int limit, VisibilityRule rule) {
        requireBatch(keys);
        requireLimit(limit);
        SimpleGraph visible = current.seenThrough(rule);
        Map<Long, MutualConnections> byKey = new LinkedHashMap<>();
        for (long key : keys) {
            byKey.put(key, visible.mutualConnections(from, key, limit));
        }
        return byKey;
    }

    /// The shortest paths of at most [#MAX_PATH_LENGTH] edges: the first `limit` (up to [#MAX_PATHS]) of them. With a
    /// limit
    /// of one: *the* shortest path. A member to itself has the path of length 0.
    ///
    /// Cost: the edges within half the distance around both, the cheaper side first.
    public ShortestPaths shortestPaths(long from, long to, int limit, VisibilityRule rule) {
        if (limit < 1 || limit > MAX_PATHS) {
            throw new IllegalArgumentException("limit must be within [1, " + MAX_PATHS + "], got " + limit);
        }
        return current.seenThrough(rule).shortestPaths(from, to, limit);
    }

    /// How many members are one, two and three steps away. O(edges within three steps).
    public Reach reach(long key, VisibilityRule rule) {
        return current.seenThrough(rule).reach(key);
    }

    /// The connections of a member: how many, and the first `limit` by key. O(d log d).
    public Neighbors neighbors(long key, int limit, VisibilityRule rule) {
        requireLimit(limit);
        return current.seenThrough(rule).neighbors(key, limit);
    }

    /// Gives the memory back. No question may be asked afterwards.
    @Override
    public void close() {
        current = SimpleGraph.EMPTY;
    }

    private static void requireBatch(Collection<Long> keys) {
        if (keys.size() > MAX_BATCH) {
            throw new IllegalArgumentException("expected at most " + MAX_BATCH + " keys, got " + keys.size());
        }
    }

    private static void requireLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, got " + limit);
        }
    }
}
