package org.wellmet.graph;

/// Who is on one neighbor list.
final class NeighborListing {
    private NeighborListing() {}

    /// O(d log d).
    static Neighbors answer(View view, long key, int limit) {
        SmallestKeys first = new SmallestKeys(limit);
        int vertex = view.ordinal(key);
        if (vertex < 0) {
            return new Neighbors(view.position(), 0, first.toList());
        }
        NeighborList list = view.newList();
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            first.add(view.key(list.at(i)));
        }
        return new Neighbors(view.position(), list.length(), first.toList());
    }
}
