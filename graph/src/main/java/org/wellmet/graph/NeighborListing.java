package org.wellmet.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who is on a neighbor list.
final class NeighborListing {
    private NeighborListing() {}

    /// O(d log d).
    static Neighbors answer(View view, long key, int limit) {
        return answer(view, key, limit, view.newList());
    }

    /// The sum of O(d log d).
    static Map<Long, Neighbors> answers(View view, Collection<Long> keys, int limit) {
        NeighborList list = view.newList();
        Map<Long, Neighbors> byKey = new LinkedHashMap<>();
        for (long key : keys) {
            byKey.put(key, answer(view, key, limit, list));
        }
        return Collections.unmodifiableMap(byKey);
    }

    private static Neighbors answer(View view, long key, int limit, NeighborList list) {
        SmallestKeys first = new SmallestKeys(limit);
        int vertex = view.ordinal(key);
        if (vertex < 0) {
            return new Neighbors(view.position(), 0, first.toList());
        }
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            first.add(view.key(list.at(i)));
        }
        return new Neighbors(view.position(), list.length(), first.toList());
    }
}
