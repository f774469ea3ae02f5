package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A version written down as a base of its own: what a compaction does, in one pass over both halves in their
/// order.
final class Rewriting {
    private Rewriting() {}

    /// O(vertices + entries), at the speed at which memory is copied.
    static Foundation of(Version version) {
        Arena arena = Foundation.newArena();
        boolean isWritten = false;
        try {
            Foundation written = write(version, arena);
            isWritten = true;
            return written;
        } finally {
            if (!isWritten) {
                arena.close();
            }
        }
    }

    private static Foundation write(Version version, Arena arena) {
        MemorySegment offsets = arena.allocate(JAVA_LONG, version.vertexCount() + 1L);
        MemorySegment neighbors = arena.allocate(JAVA_INT, version.entryCount());
        NeighborList list = new NeighborList();
        long end = 0;
        for (int vertex = 0; vertex < version.vertexCount(); vertex++) {
            version.edges().read(vertex, list);
            MemorySegment.copy(list.array(), 0, neighbors, JAVA_INT, end * Integer.BYTES, list.length());
            end += list.length();
            offsets.setAtIndex(JAVA_LONG, vertex + 1L, end);
        }
        assert end == version.entryCount();
        return new Foundation(arena, offsets, neighbors);
    }
}
