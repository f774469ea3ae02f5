package org.wellmet.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The graph at one moment.
///
/// 1. *Symmetric*: `u` lists `v` exactly when `v` lists `u`.
/// 2. *Absent have no edges*: a vertex in `absent` (a removed member) has an empty list.
/// 3. Ordinals below `vertexCount` are given; the base and the delta may know fewer, the rest have no edges.
///
/// `closed` are those whose list is not for everyone, `toConnections` those of them who show it to their
/// connections.
///
/// Immutable. The base is read under a lease.
record Version(
        LogPosition position,
        Ordinals ordinals,
        int vertexCount,
        Foundation base,
        Delta delta,
        Standing standing,
        long entryCount) {

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
        return new Version(LogPosition.START, new Ordinals(0), 0, Foundation.EMPTY, Delta.EMPTY, Standing.PLAIN, 0);
    }

    /// The ordinal of a member in the graph, hidden or not, or [Ordinals#NONE]. O(1).
    int ordinal(long key) {
        int ordinal = ordinals.find(key, vertexCount);
        return ordinal >= 0 && standing.absent.contains(ordinal) ? Ordinals.NONE : ordinal;
    }

    int memberCount() {
        return vertexCount - standing.absent.size();
    }

    /// The number of edges, hidden or not, at a vertex. O(1).
    int degree(int vertex) {
        int[] list = delta.list(vertex);
        return list != null ? list.length : base.degree(vertex);
    }

    /// Reads the whole list of a vertex. O(d).
    void read(int vertex, NeighborList into) {
        int[] list = delta.list(vertex);
        if (list != null) {
            into.borrow(list);
        } else {
            into.own(base.copy(vertex, into.room(base.degree(vertex))));
        }
    }

    /// Whether the two are connected. O(log d) of the one with fewer edges.
    boolean contains(int vertex, int other) {
        boolean isShorter = degree(vertex) <= degree(other);
        int owner = isShorter ? vertex : other;
        int sought = isShorter ? other : vertex;
        int[] list = delta.list(owner);
        return list != null ? Arrays.binarySearch(list, sought) >= 0 : base.contains(owner, sought);
    }

    /// Whether a vertex has a neighbor in the set who is none of the exceptions. O(d), up to the first one found.
    boolean touches(int vertex, long[] set, long @Nullable [] exceptions) {
        int[] list = delta.list(vertex);
        if (list == null) {
            return base.touches(vertex, set, exceptions);
        }
        for (int other : list) {
            if (VertexSet.has(set, other) && (exceptions == null || !VertexSet.has(exceptions, other))) {
                return true;
            }
        }
        return false;
    }

    /// The same graph on another base, which holds what `compacted` held.
    Version rebased(Foundation foundation, Version compacted) {
        return new Version(
                position, ordinals, vertexCount, foundation, delta.since(compacted.delta), standing, entryCount);
    }

    /// Bytes of memory of the version, the pages of its delta by their lists alone.
    long byteSize() {
        return base.byteSize() + delta.entryCount() * Integer.BYTES + ordinals.byteSize() + standing.byteSize();
    }
}
