package org.wellmet.graph;

import java.util.Arrays;

/// The vertices with the greatest of all [Scores], and of equal ones those with the smallest keys. Most are far from
/// it, and many are equal to the last one, so the score of the last is found first, and keys are looked up for those
/// alone who are equal to it. Confined to one question.
final class Podium {
    private final View view;
    private final Scores scores;
    private final long[] heap;
    private int heapSize;

    private Podium(View view, Scores scores, int limit) {
        this.view = view;
        this.scores = scores;
        this.heap = new long[limit];
    }

    /// Up to `limit` vertices with a score above 0, in no order. O(vertices with a score).
    static int[] of(View view, Scores scores, int limit) {
        Podium podium = new Podium(view, scores, limit);
        for (int i = 0; i < scores.size(); i++) {
            podium.offer(scores.units(scores.at(i)));
        }
        return podium.best();
    }

    /// Keeps the greatest in a heap, the least of them on top.
    private void offer(long units) {
        if (heapSize < heap.length) {
            if (units > 0) {
                rise(heapSize++, units);
            }
        } else if (units > heap[0]) {
            sink(units);
        }
    }

    private void rise(int from, long units) {
        int at = from;
        while (at > 0 && heap[(at - 1) / 2] > units) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = units;
    }

    private void sink(long units) {
        int at = 0;
        int half = heapSize / 2;
        while (at < half) {
            int child = 2 * at + 1;
            child += child + 1 < heapSize && heap[child + 1] < heap[child] ? 1 : 0;
            if (heap[child] >= units) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = units;
    }

    private int[] best() {
        if (heapSize == 0) {
            return new int[0];
        }
        long last = heap[0];
        int[] best = new int[heapSize];
        int count = 0;
        int above = (int)
                Arrays.stream(heap, 0, heapSize).filter(units -> units > last).count();
        SmallestKeys equal = new SmallestKeys(heapSize - above);
        for (int i = 0; i < scores.size(); i++) {
            int vertex = scores.at(i);
            long units = scores.units(vertex);
            if (units > last) {
                best[count++] = vertex;
            } else if (units == last) {
                equal.add(view.key(vertex));
            }
        }
        for (long key : equal.toArray()) {
            best[count++] = view.ordinal(key);
        }
        return best;
    }
}
