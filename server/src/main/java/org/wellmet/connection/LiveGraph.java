package org.wellmet.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;
import org.wellmet.connection.GraphStore.Pair;
import org.wellmet.connection.GraphStore.Vertex;
import org.wellmet.graph.GraphChange;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;

/// The social graph of this server, held in memory: the projection of members and connections.
///
/// A change says whom it is about; what holds for them is read from the tables, so that a replay is harmless
/// and a change that has been overtaken tells the newer truth. Members who take no part (waiting, suspended)
/// are vertices that no answer shows. Blocks are not in the graph: they are a matter of who asks, and go with
/// each question.
///
/// *Closed behind the last question*: a rebuild replaces the graph and gives the former one's memory back. A question
/// holds `asking` shared for as long as it takes, and the replacement holds it alone, so after it nobody has the former
/// graph in hand.
///
/// Thread-safe: the tail's thread writes; `current` is replaced under `asking` by a rebuild only.
@Component
final class LiveGraph implements Projection, AutoCloseable {
    /// Changes handed over at once while rebuilding: bounds memory.
    private static final int PIECE = 100_000;

    private final GraphStore store;
    private final ReadWriteLock asking = new ReentrantReadWriteLock();
    private SocialGraph current = SocialGraph.empty();

    LiveGraph(JdbcClient sql) {
        this.store = new GraphStore(sql);
    }

    /// Asks the graph. The question must not keep it.
    <T> T ask(Function<SocialGraph, T> question) {
        asking.readLock().lock();
        try {
            return question.apply(current);
        } finally {
            asking.readLock().unlock();
        }
    }

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public void rebuild() {
        SocialGraph rebuilt = SocialGraph.empty();
        try {
            fill(rebuilt);
        } catch (RuntimeException failure) {
            rebuilt.close(); // its memory is freed by hand
            throw failure;
        }
        replaceBy(rebuilt);
    }

    private void fill(SocialGraph graph) {
        Pieces pieces = new Pieces(graph);
        store.allVertices(vertex -> changesOf(vertex).forEach(pieces::add));
        store.allEdges(pair -> pieces.add(new GraphChange.Connect(pair.memberId(), pair.otherId())));
        pieces.flush();
    }

    private void replaceBy(SocialGraph graph) {
        SocialGraph former;
        asking.writeLock().lock();
        try {
            former = current;
            current = graph;
        } finally {
            asking.writeLock().unlock();
        }
        former.close(); // closed behind the last question
    }

    /// Gives the memory back when the server stops; whoever still asks is told of an empty network.
    @Override
    public void close() {
        replaceBy(SocialGraph.empty());
    }

    @Override
    public void apply(List<Change> changes) {
        Set<Long> members = new TreeSet<>();
        Set<Pair> pairs = new HashSet<>();
        for (Change change : changes) {
            if (change.kind().startsWith("member.") || change.kind().equals(Connections.LIST_SHOWN)) {
                members.add(change.memberId());
            } else if (change.kind().equals(Connections.MADE) || change.kind().equals(Connections.ENDED)) {
                pairs.add(Pair.of(change.memberId(), change.otherId()));
            }
        }
        List<GraphChange> following = new ArrayList<>();
        if (!members.isEmpty()) {
            followMembers(members, following);
        }
        if (!pairs.isEmpty()) {
            followPairs(pairs, following);
        }
        var position = changes.getLast().position();
        var upTo = new LogPosition(position.xid(), position.seq());
        ask(graph -> {
            graph.apply(following, upTo);
            return upTo;
        });
    }

    private void followMembers(Set<Long> members, List<GraphChange> following) {
        Set<Long> gone = new TreeSet<>(members);
        for (Vertex vertex : store.vertices(members)) {
            gone.remove(vertex.key());
            changesOf(vertex).forEach(following::add);
        }
        gone.forEach(key -> following.add(new GraphChange.RemoveMember(key)));
    }

    private void followPairs(Set<Pair> pairs, List<GraphChange> following) {
        Set<Pair> connected = store.connected(pairs);
        for (Pair pair : pairs) {
            following.add(
                    connected.contains(pair)
                            ? new GraphChange.Connect(pair.memberId(), pair.otherId())
                            : new GraphChange.Disconnect(pair.memberId(), pair.otherId()));
        }
    }

    private static Stream<GraphChange> changesOf(Vertex vertex) {
        return Stream.of(
                vertex.isActive() ? new GraphChange.Unhide(vertex.key()) : new GraphChange.Hide(vertex.key()),
                new GraphChange.ShowList(vertex.key(), vertex.audience()));
    }

    /// Hands changes over piece by piece. Confined to the thread that rebuilds.
    private static final class Pieces {
        private final SocialGraph graph;
        private final List<GraphChange> waiting = new ArrayList<>();

        Pieces(SocialGraph graph) {
            this.graph = graph;
        }

        void add(GraphChange change) {
            waiting.add(change);
            if (waiting.size() == PIECE) {
                flush();
            }
        }

        void flush() {
            graph.apply(waiting, LogPosition.START);
            waiting.clear();
        }
    }
}
