package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Builds a [Foundation] of pairs in three passes: count how long each row gets, put the entries in, sort each row.
///
/// *Hubs first*: vertices get their ordinals by descending number of pairs. Then the entries met most often are
/// the small ones, which share cache lines in every set of vertices, and each list starts with the neighbors that
/// are most likely to be in any set.
///
/// Confined to the loader.
final class SparseRows {
    private final int[] pairCounts;
    private final int vertexCount;
    private final Arena scratch = Arena.ofShared();
    private MemorySegment cursors = MemorySegment.NULL;
    private MemorySegment entries = MemorySegment.NULL;
    private long entryCount;

    SparseRows(int vertexCount) {
        this.vertexCount = vertexCount;
        this.pairCounts = new int[vertexCount];
    }

    /// First pass, by order of arrival.
    void count(int a, int b) {
        pairCounts[a]++;
        pairCounts[b]++;
    }

    /// Between the passes: answers the ordinal for each vertex by order of arrival.
    int[] openRows() {
        long[] byPairs = new long[vertexCount];
        for (int v = 0; v < vertexCount; v++) {
            byPairs[v] = (long) -pairCounts[v] << 32 | v; // ascending: most pairs first, then first come
        }
        Arrays.sort(byPairs);
        int[] places = new int[vertexCount];
        cursors = scratch.allocate(JAVA_LONG, vertexCount + 1L);
        long start = 0;
        for (int place = 0; place < vertexCount; place++) {
            int arrival = (int) byPairs[place];
            places[arrival] = place;
            cursors.setAtIndex(JAVA_LONG, place, start);
            start += pairCounts[arrival];
        }
        entries = scratch.allocate(JAVA_INT, start);
        return places;
    }

    /// Second pass, by ordinal.
    void put(int a, int b) {
        append(a, b);
        append(b, a);
    }

    private void append(int row, int entry) {
        long cursor = cursors.getAtIndex(JAVA_LONG, row);
        entries.setAtIndex(JAVA_INT, cursor, entry);
        cursors.setAtIndex(JAVA_LONG, row, cursor + 1);
    }

    /// Third pass: sorts each row, drops what is doubled, and copies the rows together.
    Foundation toFoundation() {
        Arena arena = Foundation.newArena();
        MemorySegment offsets = arena.allocate(JAVA_LONG, vertexCount + 1L);
        long start = 0; // after the second pass each cursor stands at the start of the next row
        for (int row = 0; row < vertexCount; row++) {
            long end = cursors.getAtIndex(JAVA_LONG, row);
            tidy(start, (int) (end - start));
            start = end;
            offsets.setAtIndex(JAVA_LONG, row + 1L, entryCount);
        }
        MemorySegment neighbors = arena.allocate(JAVA_INT, entryCount);
        neighbors.copyFrom(entries.asSlice(0, neighbors.byteSize()));
        scratch.close();
        return new Foundation(arena, offsets, neighbors);
    }

    private void tidy(long start, int length) {
        int[] row = new int[length];
        MemorySegment.copy(entries, JAVA_INT, start * Integer.BYTES, row, 0, length);
        Arrays.sort(row);
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (kept == 0 || row[i] != row[kept - 1]) {
                row[kept++] = row[i];
            }
        }
        MemorySegment.copy(row, 0, entries, JAVA_INT, entryCount * Integer.BYTES, kept);
        entryCount += kept;
    }
}
