package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Builds a [Foundation] of pairs in three passes: count how long each row gets, divide the entries into partitions
/// of rows that fit in the cache, then put each partition in order there.
///
/// *Hubs first*: vertices get their ordinals by descending number of pairs. Then the entries met most often are
/// the small ones, which share cache lines in every set of vertices, and each list starts with the neighbors that
/// are most likely to be in any set.
///
/// *Partitions*: to put each entry straight into its row would miss the cache with every one of them. Written to
/// the end of one of some hundred partitions, and from there into rows side by side, it seldom does (Kim and
/// others: *Sort vs. Hash Revisited*, 2009, for joins).
///
/// Confined to the loader.
final class SparseRows implements AutoCloseable {
    /// A partition begins at a multiple of so many rows, so that a small table says which a row is in.
    private static final int ROWS_PER_STEP_SHIFT = 4;

    /// Ends a partition: 1 MB of entries fit in the cache of a core, and rows within it are numbered by 16 bits.
    private static final int MAX_ENTRIES = 1 << 18;

    private static final int MAX_ROWS = 1 << 16;

    private static final int BLOCK_SIZE = 1 << 12; // entries read at a time

    private static final int ALONE = -1;

    private final int[] pairCounts; // by number; 0 where there is no vertex, ALONE where one has no pair
    private int vertexCount;
    private final Arena scratch = Arena.ofShared();
    private long[] rowEnds = {}; // by ordinal, before doubled entries are dropped
    private int[] partitionOfStep = {};
    private int[] firstRows = new int[16]; // of each partition, and one beyond the last
    private long[] cursors = {};
    private int partitionCount;
    private MemorySegment rows = MemorySegment.NULL; // of each entry, counted from the first of its partition
    private MemorySegment entries = MemorySegment.NULL;

    /// For so many numbers, not each of which need stand for a vertex.
    SparseRows(int numberCount) {
        this.pairCounts = new int[numberCount];
    }

    /// First pass, of pairs of numbers that begin at `low`.
    void count(long[] pairs, int count, int low) {
        int[] counts = pairCounts;
        for (int i = 0; i < count; i++) {
            counts[(int) (pairs[i] >>> 32) - low]++;
            counts[(int) pairs[i] - low]++;
        }
    }

    /// After the first pass: there is a vertex of this number, in a pair or not.
    void name(int number) {
        if (pairCounts[number] == 0) {
            pairCounts[number] = ALONE;
        }
    }

    /// Between the passes: answers the ordinal for each number, and -1 where no vertex has it.
    int[] openRows() {
        long[] byPairs = new long[pairCounts.length];
        for (int number = 0; number < pairCounts.length; number++) {
            if (pairCounts[number] != 0) {
                byPairs[vertexCount++] = (long) -pairCounts[number] << 32 | number; // most pairs first, ALONE last
            }
        }
        Arrays.sort(byPairs, 0, vertexCount);
        int[] places = new int[pairCounts.length];
        Arrays.fill(places, -1);
        rowEnds = new long[vertexCount];
        long end = 0;
        for (int place = 0; place < vertexCount; place++) {
            int number = (int) byPairs[place];
            places[number] = place;
            end += Math.max(0, pairCounts[number]);
            rowEnds[place] = end;
        }
        openPartitions();
        rows = scratch.allocate(JAVA_CHAR, end);
        entries = scratch.allocate(JAVA_INT, end);
        return places;
    }

    private void openPartitions() {
        int rowsPerStep = 1 << ROWS_PER_STEP_SHIFT;
        partitionOfStep = new int[(vertexCount >> ROWS_PER_STEP_SHIFT) + 1];
        for (int row = 0; row < vertexCount; row += rowsPerStep) {
            int last = Math.min(row + rowsPerStep, vertexCount) - 1;
            int first = partitionCount == 0 ? 0 : firstRows[partitionCount - 1];
            boolean isFull = rowEnds[last] - start(first) > MAX_ENTRIES || row + rowsPerStep - first > MAX_ROWS;
            if (partitionCount == 0 || (isFull && row > first)) {
                firstRows = partitionCount + 1 < firstRows.length
                        ? firstRows
                        : Arrays.copyOf(firstRows, partitionCount * 2);
                firstRows[partitionCount++] = row;
            }
            partitionOfStep[row >> ROWS_PER_STEP_SHIFT] = partitionCount - 1;
        }
        firstRows[partitionCount] = vertexCount;
        cursors = new long[partitionCount];
        Arrays.setAll(cursors, partition -> start(firstRows[partition]));
    }

    private long start(int row) {
        return row == 0 ? 0 : rowEnds[row - 1];
    }

    /// Second pass, of the same pairs.
    void put(long[] pairs, int count, int low, int[] places) {
        for (int i = 0; i < count; i++) {
            int a = places[(int) (pairs[i] >>> 32) - low];
            int b = places[(int) pairs[i] - low];
            append(a, b);
            append(b, a);
        }
    }

    private void append(int row, int entry) {
        int partition = partitionOfStep[row >> ROWS_PER_STEP_SHIFT];
        long cursor = cursors[partition]++;
        rows.setAtIndex(JAVA_CHAR, cursor, (char) (row - firstRows[partition]));
        entries.setAtIndex(JAVA_INT, cursor, entry);
    }

    /// Third pass: puts each partition in order, drops what is doubled, and copies the rows together.
    Foundation toFoundation() {
        Arena arena = Foundation.newArena();
        boolean isWritten = false;
        try {
            Foundation written = write(arena);
            isWritten = true;
            return written;
        } finally {
            if (!isWritten) {
                arena.close();
            }
        }
    }

    private Foundation write(Arena arena) {
        MemorySegment offsets = arena.allocate(JAVA_LONG, vertexCount + 1L);
        int[] ordered = {};
        long kept = 0; // entries are kept where those of the partitions before stood: never beyond what was read
        for (int partition = 0; partition < partitionCount; partition++) {
            int first = firstRows[partition];
            int size = Math.toIntExact(start(firstRows[partition + 1]) - start(first));
            ordered = ordered.length >= size ? ordered : new int[size];
            order(partition, ordered);
            for (int row = first, from = 0; row < firstRows[partition + 1]; row++) {
                int to = (int) (rowEnds[row] - start(first));
                int length = tidy(ordered, from, to);
                MemorySegment.copy(ordered, from, entries, JAVA_INT, kept * Integer.BYTES, length);
                kept += length;
                offsets.setAtIndex(JAVA_LONG, row + 1L, kept);
                from = to;
            }
        }
        MemorySegment neighbors = arena.allocate(JAVA_INT, kept);
        neighbors.copyFrom(entries.asSlice(0, neighbors.byteSize()));
        close(); // before the base takes more
        return new Foundation(arena, offsets, neighbors);
    }

    /// Gives the working memory back.
    @Override
    public void close() {
        if (scratch.scope().isAlive()) {
            scratch.close();
        }
    }

    /// Reads a partition into its rows, side by side.
    private void order(int partition, int[] target) {
        int first = firstRows[partition];
        long start = start(first);
        int[] ends = new int[firstRows[partition + 1] - first];
        for (int row = 0; row < ends.length; row++) {
            ends[row] = (int) (start(first + row) - start);
        }
        char[] rowBlock = new char[BLOCK_SIZE];
        int[] entryBlock = new int[BLOCK_SIZE];
        for (long done = start, end = start(firstRows[partition + 1]); done < end; done += BLOCK_SIZE) {
            int count = (int) Math.min(BLOCK_SIZE, end - done);
            MemorySegment.copy(rows, JAVA_CHAR, done * Character.BYTES, rowBlock, 0, count);
            MemorySegment.copy(entries, JAVA_INT, done * Integer.BYTES, entryBlock, 0, count);
            for (int i = 0; i < count; i++) {
                target[ends[rowBlock[i]]++] = entryBlock[i];
            }
        }
    }

    /// Sorts a row and drops what is doubled; answers how many are left at its start.
    private static int tidy(int[] row, int from, int to) {
        Arrays.sort(row, from, to);
        int end = from;
        for (int i = from; i < to; i++) {
            if (end == from || row[i] != row[end - 1]) {
                row[end++] = row[i];
            }
        }
        return end - from;
    }
}
