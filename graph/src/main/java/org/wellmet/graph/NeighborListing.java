package org.wellmet.graph;

import java.util.Collection;

/// Who is on a neighbor list.
final class NeighborListing {
    private NeighborListing() {}

    /// O(d log d).
    static Neighbors answer(View view, long key, int limit) {
        NeighborList list = view.newList();
        SmallestKeys first = smallest(view, key, limit, list);
        return new Neighbors(view.position(), list.length(), first.toList());
    }

    /// The sum of O(d log d).
    static void answers(View view, Collection<Long> keys, int limit, ListReader reader) {
        NeighborList list = view.newList();
        for (long key : keys) {
            SmallestKeys first = smallest(view, key, limit, list);
            reader.read(key, list.length(), first.toArray());
        }
    }

    /// Reads the whole list, and answers the first keys on it.
    private static SmallestKeys smallest(View view, long key, int limit, NeighborList list) {
        SmallestKeys first = new SmallestKeys(limit);
        int vertex = view.ordinal(key);
        if (vertex < 0) {
            list.own(0);
            return first;
        }
        view.read(vertex, list);
        for (int i = 0; first.isWanted() && i < list.length(); i++) {
            first.add(view.key(list.at(i)));
        }
        return first;
    }
}
