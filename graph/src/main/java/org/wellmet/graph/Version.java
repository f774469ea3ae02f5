package org.wellmet.graph;

import java.util.List;

/// The graph at one moment.
///
/// 1. *Symmetric*: `u` lists `v` exactly when `v` lists `u`.
/// 2. *Absent have no edges*: a vertex in `absent` (a removed member) has an empty list.
/// 3. Ordinals below `vertexCount` are given.
///
/// `closed` are those whose list is not for everyone, `toConnections` those of them who show it to their
/// connections.
///
/// Immutable. The edges are read under a lease on their base.
record Version(
        LogPosition position, Ordinals ordinals, int vertexCount, Edges edges, Standing standing, long entryCount) {

    /// What is known of the vertices beside their edges, each a set of few.
    record Standing(VertexBits absent, VertexBits hidden, VertexBits closed, VertexBits toConnections) {
        static final Standing PLAIN = new Standing(VertexBits.NONE, VertexBits.NONE, VertexBits.NONE, VertexBits.NONE);

        /// The four sets in the order of the record, as they are saved.
        List<long[]> words() {
            return List.of(absent.toWords(), hidden.toWords(), closed.toWords(), toConnections.toWords());
        }

        long byteSize() {
            return absent.byteSize() + hidden.byteSize() + closed.byteSize() + toConnections.byteSize();
        }
    }

    /// A graph without vertices. Each has its own ordinals, since their table is added to in place.
    static Version empty() {
        return on(Edges.of(Foundation.empty()));
    }

    /// What stands where a graph was closed.
    static Version closed() {
        return on(Edges.CLOSED);
    }

    private static Version on(Edges edges) {
        return new Version(LogPosition.START, new Ordinals(0), 0, edges, Standing.PLAIN, 0);
    }

    /// The ordinal of a member in the graph, hidden or not, or [Ordinals#NONE]. O(1).
    int ordinal(long key) {
        int ordinal = ordinals.find(key, vertexCount);
        return ordinal >= 0 && standing.absent.contains(ordinal) ? Ordinals.NONE : ordinal;
    }

    int memberCount() {
        return vertexCount - standing.absent.size();
    }

    /// The same graph on another base, which holds what `compacted` held. The writer only.
    Version rebased(Foundation foundation, Version compacted) {
        Edges rebased = edges.rebased(foundation, compacted.edges, vertexCount);
        return new Version(position, ordinals, vertexCount, rebased, standing, entryCount);
    }

    /// Bytes of memory of the version.
    long byteSize() {
        return edges.byteSize() + ordinals.byteSize() + standing.byteSize();
    }
}
