package org.wellmet.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wellmet.changelog.Change;
import org.wellmet.connection.GraphStore.Pair;
import org.wellmet.connection.GraphStore.Vertex;
import org.wellmet.graph.GraphChange;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.ListAudience;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;

/// What the tables say, in the words of the graph: all of it, or of those whom some changes are about.
///
/// A change says whom it is about; what holds for them is read from the tables, so that a replay is harmless
/// and a change that has been overtaken tells the newer truth.
///
/// Thread-safe.
final class GraphChanges {
    private final GraphStore store;

    GraphChanges(GraphStore store) {
        this.store = store;
    }

    /// The graph of all members and connections, which stands for `asOf`. Rows stream: 8 bytes off the heap for each
    /// connection while it is read.
    SocialGraph load(LogPosition asOf) {
        try (GraphLoader loader = SocialGraph.loader()) {
            store.allVertices(vertex -> add(vertex, loader));
            store.allEdges(pair -> loader.connect(pair.memberId(), pair.otherId()));
            return loader.finish(asOf);
        }
    }

    private static void add(Vertex vertex, GraphLoader loader) {
        loader.addMember(vertex.key());
        if (!vertex.isActive()) {
            loader.hide(vertex.key());
        }
        if (vertex.audience() != ListAudience.EVERYONE) {
            loader.showList(vertex.key(), vertex.audience());
        }
    }

    /// What the graph has to take over after these changes.
    List<GraphChange> following(List<Change> changes) {
        Set<Long> keys = new TreeSet<>();
        Set<Pair> pairs = new HashSet<>();
        for (Change change : changes) {
            if (change.kind().startsWith("member.") || change.kind().equals(Connections.LIST_SHOWN)) {
                keys.add(change.memberId());
            } else if (change.kind().equals(Connections.MADE) || change.kind().equals(Connections.ENDED)) {
                pairs.add(Pair.of(change.memberId(), change.otherId()));
            }
        }
        List<GraphChange> following = new ArrayList<>();
        if (!keys.isEmpty()) {
            followMembers(keys, following);
        }
        if (!pairs.isEmpty()) {
            followPairs(pairs, following);
        }
        return following;
    }

    private void followMembers(Set<Long> keys, List<GraphChange> following) {
        Set<Long> gone = new TreeSet<>(keys);
        for (Vertex vertex : store.vertices(keys)) {
            long key = vertex.key();
            gone.remove(key);
            following.add(vertex.isActive() ? new GraphChange.Unhide(key) : new GraphChange.Hide(key));
            following.add(new GraphChange.ShowList(key, vertex.audience()));
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
}
