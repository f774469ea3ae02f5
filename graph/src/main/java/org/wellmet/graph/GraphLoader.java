package org.wellmet.graph;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Makes a graph of a stream of pairs: in any order, any of them more than once, in either direction or both.
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
    private Ordinals ordinals = new Ordinals(1 << 10);
    private int vertexCount;
    private long pairCount;

    GraphLoader() {}

    /// The two are connected. O(1).
    public GraphLoader connect(long keyA, long keyB) {
        if (keyA == keyB) {
            throw new IllegalArgumentException("a member cannot connect to itself: key " + keyA);
        }
        int place = (int) (pairCount % PAIRS_PER_CHUNK);
        if (place == 0) {
            chunks.add(arena.allocate(JAVA_LONG, PAIRS_PER_CHUNK));
        }
        chunks.getLast().setAtIndex(JAVA_LONG, place, (long) ordinal(keyA) << 32 | ordinal(keyB));
        pairCount++;
        return this;
    }

    /// The member is in the graph, connected or not. O(1).
    public GraphLoader addMember(long key) {
        ordinal(key);
        return this;
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
        SparseRows rows = new SparseRows(vertexCount);
        forEachPair(rows::count);
        int[] places = rows.openRows();
        forEachPair((a, b) -> rows.put(places[a], places[b]));
        arena.close();
        Foundation base = rows.toFoundation();
        Version loaded = new Version(
                LogPosition.START,
                inPlaces(places),
                vertexCount,
                Edges.of(base),
                Version.Standing.PLAIN,
                base.entryCount());
        return new SocialGraph(new Batch(loaded).after(standings, asOf));
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private int ordinal(long key) {
        int ordinal = ordinals.find(key, vertexCount);
        if (ordinal >= 0) {
            return ordinal;
        }
        ordinals = ordinals.with(key, vertexCount);
        return vertexCount++;
    }

    private Ordinals inPlaces(int[] places) {
        long[] keys = new long[vertexCount];
        for (int arrival = 0; arrival < vertexCount; arrival++) {
            keys[places[arrival]] = ordinals.key(arrival);
        }
        return Ordinals.of(keys, vertexCount);
    }

    private interface PairVisitor {
        void visit(int a, int b);
    }

    private void forEachPair(PairVisitor visitor) {
        long left = pairCount;
        for (MemorySegment chunk : chunks) {
            int inChunk = (int) Math.min(left, PAIRS_PER_CHUNK);
            for (int i = 0; i < inChunk; i++) {
                long pair = chunk.getAtIndex(JAVA_LONG, i);
                visitor.visit((int) (pair >>> 32), (int) pair);
            }
            left -= inChunk;
        }
    }
}
