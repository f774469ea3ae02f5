package org.wellmet.graph;

import java.util.Arrays;
import java.util.List;

/// The smallest few of many keys, ascending: a heap with the greatest of them on top, so that a key above it costs one
/// comparison. O(log limit) for each of the others. Confined.
final class SmallestKeys {
    private static final int FIRST_ROOM = 16;

    private final int limit;
    private long[] heap;
    private int size;

    SmallestKeys(int limit) {
        this.limit = limit;
        this.heap = new long[Math.min(limit, FIRST_ROOM)];
    }

    /// Whether any key is kept at all.
    boolean isWanted() {
        return limit > 0;
    }

    void add(long key) {
        if (size < limit) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, Math.min(limit, 2 * size));
            }
            rise(key);
        } else if (limit > 0 && key < heap[0]) {
            sink(key);
        }
    }

    private void rise(long key) {
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] < key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    private void sink(long key) {
        int at = 0;
        int half = size / 2;
        while (at < half) {
            int child = 2 * at + 1;
            child += child + 1 < size && heap[child + 1] > heap[child] ? 1 : 0;
            if (heap[child] <= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    long[] toArray() {
        long[] smallest = Arrays.copyOf(heap, size);
        Arrays.sort(smallest);
        return smallest;
    }

    List<Long> toList() {
        return Arrays.stream(toArray()).boxed().toList();
    }
}
