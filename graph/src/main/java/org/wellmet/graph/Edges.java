package org.wellmet.graph;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The neighbor lists of one moment: those of a base, and what an edition of a delta toggles in them. The base and
/// the delta may know fewer vertices than there are; the rest have no edges.
///
/// Immutable once a version holds it; the writer adds to the last edition before. Read under a lease on the base.
record Edges(Foundation base, Delta delta, int edition) {
    /// Where a graph was closed.
    static final Edges CLOSED = of(Foundation.CLOSED);

    static Edges of(Foundation base) {
        return new Edges(base, new Delta(base.arena(), base.vertexCount()), Delta.BASE_EDITION);
    }

    /// O(1).
    int degree(int vertex) {
        int entry = delta.entry(vertex, edition);
        return entry == Delta.NOWHERE ? base.degree(vertex) : delta.degree(entry);
    }

    /// Reads the whole list of a vertex. O(d).
    void read(int vertex, NeighborList into) {
        int entry = delta.entry(vertex, edition);
        int before = base.degree(vertex);
        int toggled = delta.size(entry);
        int[] room = into.room(before + toggled);
        base.copy(vertex, room, toggled);
        into.own(toggled == 0 ? before : delta.merge(entry, room, toggled, toggled + before));
    }

    /// Whether the two are connected. O(log d) of the one with fewer edges.
    boolean contains(int vertex, int other) {
        boolean isShorter = base.degree(vertex) <= base.degree(other);
        int owner = isShorter ? vertex : other;
        int sought = isShorter ? other : vertex;
        int entry = delta.entry(owner, edition);
        return base.contains(owner, sought) != (entry != Delta.NOWHERE && delta.toggles(entry, sought));
    }

    /// How many neighbors of a vertex are wanted, or `max` where there are more. O(d · log of what changed), up to
    /// where so many are found.
    int countUpTo(int vertex, int max, IntPredicate isWanted) {
        int entry = delta.entry(vertex, edition);
        int count = 0;
        for (int i = 0, degree = base.degree(vertex); i < degree && count < max; i++) {
            int other = base.neighbor(vertex, i);
            count += isWanted.test(other) && !delta.toggles(entry, other) ? 1 : 0;
        }
        for (int i = 0, size = delta.size(entry); i < size && count < max; i++) {
            int other = delta.toggled(entry, i);
            count += isWanted.test(other) && !base.contains(vertex, other) ? 1 : 0;
        }
        return count;
    }

    /// Whether a vertex has a neighbor in the set who is none of the exceptions. O(d), up to the first one found.
    boolean touches(int vertex, long[] set, long @Nullable [] exceptions) {
        int entry = delta.entry(vertex, edition);
        if (entry == Delta.NOWHERE) {
            return base.touches(vertex, set, exceptions);
        }
        for (int i = 0, degree = base.degree(vertex); i < degree; i++) {
            int other = base.neighbor(vertex, i);
            if (VertexSet.has(set, exceptions, other) && !delta.toggles(entry, other)) {
                return true;
            }
        }
        for (int i = 0, size = delta.size(entry); i < size; i++) {
            int other = delta.toggled(entry, i);
            if (VertexSet.has(set, exceptions, other) && !base.contains(vertex, other)) {
                return true;
            }
        }
        return false;
    }

    /// The same edges with room for so many vertices.
    Edges roomFor(int vertexCount) {
        return new Edges(base, delta.roomFor(vertexCount), edition);
    }

    /// The edition after this one, to be written.
    Edges next() {
        return new Edges(base, delta, edition + 1);
    }

    /// Connects two who are not, or disconnects two who are. The writer only, in the last edition. O(the changes to
    /// the lists of both since the last compaction).
    void toggle(int vertex, int other, boolean isConnected) {
        delta.toggle(vertex, other, edition, degree(vertex) + (isConnected ? 1 : -1));
        delta.toggle(other, vertex, edition, degree(other) + (isConnected ? 1 : -1));
    }

    /// These edges as they stay: an edition in which nothing was toggled is the one before. The writer only.
    Edges published() {
        boolean isTouched = delta.isTouched();
        delta.settle();
        return isTouched ? this : new Edges(base, delta, edition - 1);
    }

    /// The same edges on another base, which holds what `compacted` held. The writer only.
    Edges rebased(Foundation foundation, Edges compacted, int vertexCount) {
        Delta rest = delta.since(compacted.edition, foundation.arena(), vertexCount);
        boolean isSame = edition == compacted.edition;
        return new Edges(foundation, rest, isSame ? Delta.BASE_EDITION : Delta.BASE_EDITION + 1);
    }

    long byteSize() {
        return base.byteSize() + delta.byteSize();
    }
}
