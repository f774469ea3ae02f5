package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes a graph of a stream of pairs: in any order, any of them more than once, in either direction or both.
///
/// As long as every key fits in an int, pairs are kept by key, and when the keys lie close together, as those of a
/// sequence do, they are never looked up. Otherwise each key gets a number by order of arrival, and pairs are kept
/// by number, about a third as fast.
///
/// Takes 8 bytes of memory off the heap for each pair while it collects them, and about 12 more while it
/// finishes.
///
/// Confined to one thread, and to one graph. Closing it gives the memory back when it is given up before it
/// finishes; afterwards that does nothing.
public final class GraphLoader implements AutoCloseable {
    private static final int PAIRS_PER_CHUNK = 1 << 20;

    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> chunks = new ArrayList<>();
    private final List<GraphChange> standings = new ArrayList<>();
    private long[] named = new long[16]; // keys of members that need no connection to be there
    private int namedCount;
    private long pairCount;
    private boolean isByKey = true;
    private long least = Long.MAX_VALUE; // of the keys
    private long greatest = Long.MIN_VALUE;
    private Ordinals numbers = new Ordinals(0); // of the keys by arrival, when not by key
    private int numberCount;

    GraphLoader() {}

    /// The two are connected. O(1).
    public GraphLoader connect(long keyA, long keyB) {
        if (keyA == keyB) {
            throw new IllegalArgumentException("a member cannot connect to itself: key " + keyA);
        }
        meet(keyA);
        meet(keyB);
        int place = (int) (pairCount % PAIRS_PER_CHUNK);
        if (place == 0) {
            chunks.add(arena.allocate(JAVA_LONG, PAIRS_PER_CHUNK));
        }
        long pair = isByKey ? keyA << 32 | keyB : (long) number(keyA) << 32 | number(keyB);
        chunks.getLast().setAtIndex(JAVA_LONG, place, pair);
        pairCount++;
        return this;
    }

    /// The member is in the graph, connected or not. O(1).
    public GraphLoader addMember(long key) {
        meet(key);
        if (namedCount == named.length) {
            named = Arrays.copyOf(named, namedCount * 2);
        }
        named[namedCount++] = key;
        return this;
    }

    private void meet(long key) {
        least = Math.min(least, key);
        greatest = Math.max(greatest, key);
        if (isByKey && (key < 0 || key >= Integer.MAX_VALUE)) {
            numberKeys();
        }
    }

    /// Goes over from keys to numbers.
    private void numberKeys() {
        isByKey = false;
        long left = pairCount;
        for (MemorySegment chunk : chunks) {
            for (int i = 0; i < Math.min(left, PAIRS_PER_CHUNK); i++) {
                long pair = chunk.getAtIndex(JAVA_LONG, i);
                chunk.setAtIndex(JAVA_LONG, i, (long) number(pair >>> 32) << 32 | number(pair & Integer.MAX_VALUE));
            }
            left -= PAIRS_PER_CHUNK;
        }
    }

    private int number(long key) {
        int number = numbers.find(key, numberCount);
        if (number >= 0) {
            return number;
        }
        numbers = numbers.with(key, numberCount);
        return numberCount++;
    }

    /// As [GraphChange.Hide]. O(1).
    public GraphLoader hide(long key) {
        standings.add(new GraphChange.Hide(key));
        return this;
    }

    /// As [GraphChange.ShowList]. O(1).
    public GraphLoader showList(long key, ListAudience audience) {
        standings.add(new GraphChange.ShowList(key, audience));
        return this;
    }

    /// The graph of all that was said, which stands for `asOf`. O(members + pairs · log of the degrees).
    public SocialGraph finish(LogPosition asOf) {
        if (isByKey && greatest - least > 2 * pairCount + namedCount) { // a table by key would be mostly empty
            numberKeys();
        }
        int low = isByKey && greatest >= least ? (int) least : 0;
        int[] namedRows = namedRows(low);
        int rowCount = isByKey ? (int) Math.max(0, greatest - least + 1) : numberCount;
        try (SparseRows rows = new SparseRows(rowCount)) {
            forEachBlock((pairs, count) -> rows.count(pairs, count, low));
            for (int row : namedRows) {
                rows.name(row);
            }
            int[] places = rows.openRows();
            forEachBlock((pairs, count) -> rows.put(pairs, count, low, places));
            arena.close();
            return new SocialGraph(standing(rows.toFoundation(), places, low, asOf));
        }
    }

    private Version standing(Foundation base, int[] places, int low, LogPosition asOf) {
        Version loaded = new Version(
                LogPosition.START,
                inPlaces(places, base.vertexCount(), low),
                base.vertexCount(),
                Edges.of(base),
                Version.Standing.PLAIN,
                base.entryCount());
        return new Batch(loaded).after(standings, asOf);
    }

    private int[] namedRows(int low) {
        return Arrays.stream(named, 0, namedCount)
                .mapToInt(key -> isByKey ? (int) key - low : number(key))
                .toArray();
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private Ordinals inPlaces(int[] places, int vertexCount, int low) {
        long[] keys = new long[vertexCount];
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0) {
                keys[places[row]] = isByKey ? low + (long) row : numbers.key(row);
            }
        }
        return Ordinals.of(keys, vertexCount);
    }

    private interface BlockTaker {
        void take(long[] pairs, int count);
    }

    /// Hands out the pairs by blocks on the heap, where a plain loop over them is fast before it is compiled well.
    private void forEachBlock(BlockTaker taker) {
        long[] block = new long[1 << 12];
        long left = pairCount;
        for (MemorySegment chunk : chunks) {
            for (long done = 0, end = Math.min(left, PAIRS_PER_CHUNK); done < end; done += block.length) {
                int count = (int) Math.min(block.length, end - done);
                MemorySegment.copy(chunk, JAVA_LONG, done * Long.BYTES, block, 0, count);
                taker.take(block, count);
            }
            left -= PAIRS_PER_CHUNK;
        }
    }
}
