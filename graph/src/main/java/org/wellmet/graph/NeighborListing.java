package org.wellmet.graph;

import java.util.Arrays;
import java.util.Collection;

/// Who is on a neighbor list.
final class NeighborListing {
    private NeighborListing() {}

    /// O(d log d); where no key is wanted, the cost of a degree.
    static Neighbors answer(View view, long key, int limit) {
        SmallestKeys first = new SmallestKeys(limit);
        int vertex = view.ordinal(key);
        if (vertex < 0 || !first.isWanted()) {
            return new Neighbors(view.position(), vertex < 0 ? 0 : view.degree(vertex), first.toList());
        }
        NeighborList list = view.newList();
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            first.add(view.key(list.at(i)));
        }
        return new Neighbors(view.position(), list.length(), first.toList());
    }

    /// The sum of O(d), and of O(limit log limit).
    static void answers(View view, Collection<Long> keys, int limit, ListReader reader) {
        NeighborList list = view.newList();
        for (long key : keys) {
            int vertex = view.ordinal(key);
            if (vertex < 0 || limit == 0) {
                reader.read(key, vertex < 0 ? 0 : view.degree(vertex), new long[0]);
            } else {
                view.read(vertex, list);
                reader.read(key, list.length(), some(view, list, limit));
            }
        }
    }

    private static long[] some(View view, NeighborList list, int limit) {
        long[] some = new long[Math.min(limit, list.length())];
        for (int i = 0; i < some.length; i++) {
            some[i] = view.key(list.at(i));
        }
        Arrays.sort(some);
        return some;
    }
}
