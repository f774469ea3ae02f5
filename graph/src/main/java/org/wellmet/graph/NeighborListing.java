package org.wellmet.graph;

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
}
