package org.wellmet.graph;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The social graph: changes go in, answers come out.
///
/// Any number of threads may ask at a time; each question reads one whole version of the graph, taken once when
/// it is asked, and says in its answer which [LogPosition] that was. Changes come from one thread at a time, in
/// batches: a reader sees all of a batch or nothing of it.
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

    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final Versions versions;
    private final Cleaner.Cleanable closing;

    SocialGraph(Version start) {
        Versions own = new Versions(start);
        this.versions = own;
        this.closing = FORGOTTEN.register(this, own::close);
    }

    /// A graph without members, at [LogPosition#START].
    public static SocialGraph empty() {
        return new SocialGraph(Version.empty());
    }

    /// For a graph of many members and edges at once.
    public static GraphLoader loader() {
        return new GraphLoader();
    }

    /// The graph of a file that [#save] wrote, at the position that it was saved at. O(members), and the time to
    /// read the file once for its checksum; the neighbor lists stay in the file, which is mapped. A file that
    /// was saved as made of another `source`, or cannot be read, is [Opening.Unusable]; no file makes this fail.
    public static Opening open(Path snapshot, UUID source) {
        return SnapshotReader.open(snapshot, source);
    }

    /// Saves one whole version of the graph to a file, and answers the position that it stands for. The file is
    /// replaced in one step. Changes and questions go on meanwhile. `source` says of which records this graph is
    /// made, in words of the caller: who opens the file says the same. O(members + edges).
    public LogPosition save(Path snapshot, UUID source) {
        return versions.save(snapshot, source);
    }

    /// Applies a batch of changes in its order, and makes it visible at once when the last one is applied. The
    /// graph then stands for `upTo`, or stays at its position if that is later already (a replay).
    ///
    /// Batches from several threads are taken one after the other. Cost: O(d) for each change, and one copy of
    /// each list changed in the batch.
    public void apply(List<? extends GraphChange> changes, LogPosition upTo) {
        versions.apply(changes, upTo);
    }

    /// The log position that a question asked at this moment would answer for. O(1).
    public LogPosition position() {
        return versions.current().position();
    }

    /// The number of members, hidden ones included. O(1).
    public int memberCount() {
        return versions.current().memberCount();
    }

    /// The number of connections, those of hidden members included; each counts once. O(1).
    public long connectionCount() {
        return versions.current().entryCount() / 2;
    }

    /// Whether the member is in the graph, hidden or not. O(1).
    public boolean holds(long key) {
        return versions.current().ordinal(key) >= 0;
    }

    /// How far each of up to [#MAX_BATCH] members is from one member, in the order given.
    ///
    /// Cost: O(D + the sum of the degrees of those asked for).
    public Separations separations(long from, Collection<Long> keys, VisibilityRule rule) {
        requireBatch(keys);
        try (View view = versions.look(rule)) {
            return SeparationSearch.answer(view, from, keys);
        }
    }

    /// How far one member is from another. Cost: as a batch of one.
    public Separation separation(long from, long to, VisibilityRule rule) {
        return separations(from, List.of(to), rule).to(to);
    }

    /// Who is connected to both: how many, and the first `limit` by key. O(d of both).
    public MutualConnections mutualConnections(long keyA, long keyB, int limit, VisibilityRule rule) {
        requireLimit(limit);
        try (View view = versions.look(rule)) {
            return MutualSearch.answer(view, keyA, keyB, limit);
        }
    }

    /// The mutual connections of one member with each of up to [#MAX_BATCH] others, in the order given, all read
    /// from one version. O(the sum of the degrees).
    public Map<Long, MutualConnections> mutualConnections(
            long from, Collection<Long> keys, int limit, VisibilityRule rule) {
        requireBatch(keys);
        requireLimit(limit);
        try (View view = versions.look(rule)) {
            return MutualSearch.answers(view, from, keys, limit);
        }
    }

    /// The shortest paths of at most [#MAX_PATH_LENGTH] edges: the first `limit` (up to [#MAX_PATHS]) of them.
    /// With a limit of one: *the* shortest path. A member to itself has the path of length 0.
    ///
    /// Cost: the edges within half the distance around both, the cheaper side first. A question that would read
    /// more than a hundred million entries is given up: without paths and not complete.
    public ShortestPaths shortestPaths(long from, long to, int limit, VisibilityRule rule) {
        if (limit < 1 || limit > MAX_PATHS) {
            throw new IllegalArgumentException("limit must be within [1, " + MAX_PATHS + "], got " + limit);
        }
        try (View view = versions.look(rule)) {
            return PathSearch.answer(view, from, to, limit);
        }
    }

    /// One shortest path of at most [#MAX_PATH_LENGTH] edges, whichever is found first: an answer without a
    /// promise which, and a hundred times cheaper than the first in order. The same bound in effort; not complete
    /// when given up, or when there may be others.
    ///
    /// Cost: a part of the edges within half the distance around both.
    public ShortestPaths anyShortestPath(long from, long to, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return AnyPathSearch.answer(view, from, to);
        }
    }

    /// How many members are one, two and three steps away. O(the edges within three steps), and about O(members)
    /// when those are most of the graph.
    public Reach reach(long key, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return ReachSearch.answer(view, key, 3);
        }
    }

    /// As [#reach(long, VisibilityRule)] at one and two steps only; the third is 0. O(D).
    public Reach reachAtTwo(long key, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return ReachSearch.answer(view, key, 2);
        }
    }

    /// Members two steps away, ranked by the connections in between, each with the weightiest of these.
    ///
    /// Cost: O(D), of which as much is read as the question says, the connections with the shortest lists first; an
    /// answer that left any out says so. Then `limit` times the degree of a candidate. Where edges are hidden, the
    /// lists are counted first, as the question says.
    public Candidates candidates(CandidateQuestion question, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return CandidateSearch.answer(view, question);
        }
    }

    /// The same candidates in the same order, with their scores alone: without counting who carries each, which costs
    /// more than finding them.
    ///
    /// Cost: O(D), of which as much is read as the question says; if that was not all, then `limit` times the
    /// degree of a candidate. Counting first as there.
    public Map<Long, Double> candidateScores(CandidateQuestion question, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return CandidateSearch.scores(view, question);
        }
    }

    /// What ties one member to each of a batch: how many connections each has, how many mutual ones and of what
    /// weight, and some of them. Counted in one pass, so that no list is handed over to be counted elsewhere.
    ///
    /// Cost: O(the sum of the degrees of those asked for) or O(D), whichever is less. Both where `from` has at
    /// most [Bonds#MOST_COMPANIONS] connections; and where edges are hidden or some connections wanted, the lists
    /// of those asked for are read in any case.
    public Bonds bonds(BondQuestion question, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return BondSearch.answer(view, question);
        }
    }

    /// The heaviest of the shortest paths. Cost and bound as for all shortest paths, without writing them down.
    public TrustedPath trustedPath(TrustedPathQuestion question, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return TrustedPathSearch.answer(view, question);
        }
    }

    /// A member's network and its measures; the same seed gives the same circles.
    ///
    /// Cost: O(D), and to divide it about O(t log t) for `t` ties, of which at most half a million are divided.
    public EgoNetwork egoNetwork(long key, long seed, VisibilityRule rule) {
        try (View view = versions.look(rule)) {
            return EgoMeasures.answer(view, key, seed);
        }
    }

    /// The connections of a member: how many, and the first `limit` by key. O(d log d).
    public Neighbors neighbors(long key, int limit, VisibilityRule rule) {
        requireLimit(limit);
        try (View view = versions.look(rule)) {
            return NeighborListing.answer(view, key, limit);
        }
    }

    /// Questions about the whole network, as the rule shows it.
    public WholeGraph whole(VisibilityRule rule) {
        return new WholeGraph(this, versions, rule);
    }

    /// Bytes of memory that the graph holds at this moment, working memory of questions aside. O(1).
    public long byteSize() {
        return versions.current().byteSize();
    }

    /// Gives the memory back, once the questions under way are answered. A question asked afterwards is an
    /// [IllegalStateException]. A graph that nobody holds any more is closed by and by, as if by this.
    @Override
    public void close() {
        closing.clean();
    }

    /// For tests: compacts now and waits for it.
    void compact() {
        versions.compact();
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
