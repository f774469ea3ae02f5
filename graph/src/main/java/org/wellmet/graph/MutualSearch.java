package org.wellmet.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who is on both of two neighbor lists.
final class MutualSearch {
    /// From here on the shorter list is looked up in the longer one instead of walking both side by side.
    private static final int MUCH_LONGER = 32;

    private MutualSearch() {}

    /// O(d of both), or O(d log d') when the second list is much longer than the first.
    static MutualConnections answer(View view, long keyA, long keyB, int limit) {
        int a = view.ordinal(keyA);
        int b = view.ordinal(keyB);
        if (a < 0 || b < 0) {
            return new MutualConnections(view.position(), 0, new SmallestKeys(0).toList());
        }
        boolean isShorter = view.effort(a) <= view.effort(b);
        Found found = new Found(view, limit);
        found.collect(isShorter ? a : b, isShorter ? b : a);
        return new MutualConnections(view.position(), found.count, found.first.toList());
    }

    /// O(the sum of the degrees).
    static Map<Long, MutualConnections> answers(View view, long from, Collection<Long> keys, int limit) {
        Map<Long, MutualConnections> byKey = new LinkedHashMap<>();
        for (long key : keys) {
            byKey.put(key, answer(view, from, key, limit));
        }
        return Collections.unmodifiableMap(byKey);
    }

    private static final class Found {
        private final View view;
        private final SmallestKeys first;
        private int count;

        Found(View view, int limit) {
            this.view = view;
            this.first = new SmallestKeys(limit);
        }

        void collect(int few, int many) {
            NeighborList fewer = view.newList();
            view.read(few, fewer);
            if (view.effort(many) / MUCH_LONGER >= fewer.length()) {
                lookUp(fewer, many);
            } else {
                NeighborList more = view.newList();
                view.read(many, more);
                merge(fewer, more);
            }
        }

        private void lookUp(NeighborList fewer, int many) {
            for (int i = 0; i < fewer.length(); i++) {
                if (view.contains(many, fewer.at(i))) {
                    add(fewer.at(i));
                }
            }
        }

        private void merge(NeighborList fewer, NeighborList more) {
            int[] left = fewer.array();
            int[] right = more.array();
            int i = 0;
            int j = 0;
            while (i < fewer.length() && j < more.length()) {
                int a = left[i];
                int b = right[j];
                if (a == b) {
                    add(a);
                }
                i += a <= b ? 1 : 0;
                j += a >= b ? 1 : 0;
            }
        }

        private void add(int vertex) {
            count++;
            first.add(view.key(vertex));
        }
    }
}
