package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The bulk of the graph in compressed sparse rows, off the heap. The package's essay has the drawing.
///
/// The neighbors of vertex `v` are `neighbors[offsets[v]]` to `neighbors[offsets[v + 1] - 1]`.
///
/// 1. *Ascending*: each neighbor list is strictly ascending, so there are no loops and no parallel edges.
/// 2. *Ascending offsets*: `offsets[0] = 0`, `offsets[v] <= offsets[v + 1]`, and the last is the number of
///    entries, a long.
///
/// `heads` repeats the first neighbors of every vertex, the most connected ones: whoever asks all vertices in
/// turn whether they touch a large set finds most answers there, in memory that is read straight on.
///
/// Immutable, and there until [#free]: readers hold a lease.
final class Foundation {
    /// No vertices, and never freed: stands where a graph was closed.
    static final Foundation CLOSED =
            new Foundation(Arena.global(), Arena.global().allocate(JAVA_LONG), MemorySegment.NULL);

    /// How many neighbors of each vertex stand side by side with those of all others in `heads`.
    static final int HEAD = 4;

    static final int NOBODY = -1;

    private final Arena arena;
    private final MemorySegment offsets;
    private final MemorySegment neighbors;
    private final MemorySegment heads;
    private final int vertexCount;
    private final Leases leases = new Leases();

    Foundation(Arena arena, MemorySegment offsets, MemorySegment neighbors) {
        this.arena = arena;
        this.offsets = offsets;
        this.neighbors = neighbors;
        this.vertexCount = Math.toIntExact(offsets.byteSize() / Long.BYTES - 1);
        this.heads = arena.allocate(JAVA_INT, (long) vertexCount * HEAD);
        writeHeads();
        assert offset(0) == 0;
        assert offset(vertexCount) == entryCount();
    }

    private void writeHeads() {
        for (int vertex = 0; vertex < vertexCount; vertex++) {
            int degree = degree(vertex);
            for (int i = 0; i < HEAD; i++) {
                int other = degree == 0 ? NOBODY : neighbor(offset(vertex) + Math.min(i, degree - 1));
                heads.setAtIndex(JAVA_INT, (long) vertex * HEAD + i, other);
            }
        }
    }

    private int neighbor(long index) {
        return neighbors.getAtIndex(JAVA_INT, index);
    }

    /// Memory for a base to be made, which the base owns from then on.
    @SuppressWarnings("MustBeClosed") // closed by #free
    static Arena newArena() {
        return Arena.ofShared();
    }

    /// No vertices.
    static Foundation empty() {
        Arena arena = newArena();
        return new Foundation(arena, arena.allocate(JAVA_LONG), MemorySegment.NULL);
    }

    int vertexCount() {
        return vertexCount;
    }

    /// The number of entries in all lists: two for each edge.
    long entryCount() {
        return neighbors.byteSize() / Integer.BYTES;
    }

    Leases leases() {
        return leases;
    }

    /// The memory that lives as long as this base.
    Arena arena() {
        return arena;
    }

    private long offset(int vertex) {
        return offsets.getAtIndex(JAVA_LONG, vertex);
    }

    /// O(1).
    int degree(int vertex) {
        return vertex >= vertexCount ? 0 : (int) (offset(vertex + 1) - offset(vertex));
    }

    /// The neighbor at an index below the degree. O(1).
    int neighbor(int vertex, int index) {
        return index < HEAD
                ? heads.getAtIndex(JAVA_INT, (long) vertex * HEAD + index)
                : neighbor(offset(vertex) + index);
    }

    /// Copies a list into an array with room for it. O(d), as fast as memory is copied.
    void copy(int vertex, int[] target, int at) {
        int degree = degree(vertex);
        if (degree > 0) {
            MemorySegment.copy(neighbors, JAVA_INT, offset(vertex) * Integer.BYTES, target, at, degree);
        }
    }

    /// Whether `vertex` lists `other`. O(log d).
    boolean contains(int vertex, int other) {
        if (vertex >= vertexCount) {
            return false;
        }
        long low = offset(vertex);
        long high = offset(vertex + 1);
        while (low < high) {
            long middle = (low + high) >>> 1;
            int found = neighbor(middle);
            if (found == other) {
                return true;
            }
            if (found < other) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return false;
    }

    /// Whether the list has a vertex of the set that is none of the exceptions. O(d), up to the first one found.
    boolean touches(int vertex, long[] set, long @Nullable [] exceptions) {
        if (vertex >= vertexCount) {
            return false;
        }
        for (long i = (long) vertex * HEAD, end = i + HEAD; i < end; i++) {
            int other = heads.getAtIndex(JAVA_INT, i);
            if (other == NOBODY) {
                return false;
            }
            if (VertexSet.has(set, exceptions, other)) {
                return true;
            }
        }
        for (long i = offset(vertex) + HEAD, end = offset(vertex + 1); i < end; i++) {
            if (VertexSet.has(set, exceptions, neighbor(i))) {
                return true;
            }
        }
        return false;
    }

    /// The same for the neighbors that are not in its head.
    boolean touchesBeyondHead(int vertex, long[] set) {
        for (long i = offset(vertex) + HEAD, end = offset(vertex + 1); i < end; i++) {
            if (VertexSet.has(set, neighbor(i))) {
                return true;
            }
        }
        return false;
    }

    /// Copies the neighbor after the head of each vertex, or its last: with nothing in between, the waits for the
    /// lists overlap, and whoever reads on in one finds it in the cache. Each has a neighbor. O(count).
    void copyNext(int[] vertices, int count, int[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = neighbor(Math.min(offset(vertices[i]) + HEAD, offset(vertices[i] + 1) - 1));
        }
    }

    /// Copies the heads of so many vertices side by side, [#HEAD] for each: its first neighbors, the last one again
    /// where there are fewer, [#NOBODY] where there are none. O(count).
    void copyHeads(int firstVertex, int count, int[] target) {
        if (count == 0) {
            return;
        }
        MemorySegment.copy(heads, JAVA_INT, (long) firstVertex * HEAD * Integer.BYTES, target, 0, count * HEAD);
    }

    /// Gives the memory back. Nobody holds a lease, nor can anyone get one.
    void free() {
        arena.close();
    }

    long byteSize() {
        return offsets.byteSize() + neighbors.byteSize() + heads.byteSize();
    }
}
