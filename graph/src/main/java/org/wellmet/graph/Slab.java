package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Room for ints off the heap that is only ever added to, so that what stands in it never moves. A *place* is a
/// number of an int from the start; place 0 is never given out and stands for "nowhere".
///
/// One thread adds. A reader may read from any place that was shown to it by a release. *A shown table is whole*: the
/// table of chunks is never written to, but replaced by a longer one, so that a reader also finds its chunk in one
/// that came later.
final class Slab {
    private static final int CHUNK_SHIFT = 15; // 128 KB: little for a small graph, a few hundred for a large one
    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;

    private final Arena arena;
    private volatile MemorySegment[] chunks = {};
    private long end; // the first place not given out
    private long roomEnd; // the first place beyond the last chunk
    private long size;
    private long byteSize;

    Slab(Arena arena) {
        this.arena = arena;
    }

    /// The first of so many places side by side. O(1) in the mean.
    int reserve(int length) {
        if (end + length > roomEnd) {
            addChunk(length);
        }
        int place = (int) end;
        end += length;
        size += length;
        return place;
    }

    /// What needs more than a chunk gets one of its own size, and the places that it takes from the next are not
    /// given out.
    private void addChunk(int length) {
        MemorySegment[] shown = chunks;
        long start = (long) shown.length << CHUNK_SHIFT;
        if (start > Integer.MAX_VALUE - CHUNK_MASK) {
            throw new IllegalStateException("the changes since the last compaction take more than 8 GB");
        }
        int size = Math.max(length + 1, CHUNK_MASK + 1);
        MemorySegment chunk = arena.allocate(JAVA_INT, size);
        MemorySegment[] longer = Arrays.copyOf(shown, shown.length + 1);
        longer[shown.length] = chunk;
        chunks = longer; // "a shown table is whole"
        end = start == 0 ? 1 : start;
        roomEnd = size > CHUNK_MASK + 1 ? end + length : start + size;
        byteSize += chunk.byteSize();
    }

    int get(int place, int index) {
        return chunks[place >>> CHUNK_SHIFT].getAtIndex(JAVA_INT, (place & CHUNK_MASK) + index);
    }

    void set(int place, int index, int value) {
        chunks[place >>> CHUNK_SHIFT].setAtIndex(JAVA_INT, (place & CHUNK_MASK) + index, value);
    }

    /// Copies within what one reservation gave. O(length), as fast as memory is copied.
    void copy(int from, int fromIndex, int to, int toIndex, int length) {
        MemorySegment[] shown = chunks;
        MemorySegment.copy(
                shown[from >>> CHUNK_SHIFT],
                ((from & CHUNK_MASK) + (long) fromIndex) * Integer.BYTES,
                shown[to >>> CHUNK_SHIFT],
                ((to & CHUNK_MASK) + (long) toIndex) * Integer.BYTES,
                (long) length * Integer.BYTES);
    }

    /// Bytes of memory held. Other threads may see it a little late.
    long byteSize() {
        return byteSize;
    }

    /// How many ints were given out, whether anyone still reads them or not.
    long size() {
        return size;
    }
}
