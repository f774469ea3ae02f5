package org.wellmet.graph;

/// How many vertices are at each distance up to three.
///
/// Each step may be taken from either side: *down* reads the lists of those at distance two, *up* asks everyone
/// not yet seen whether a neighbor is among those seen (who is then at distance two). Up stops at the first such
/// neighbor, which comes soon when many are seen, since hubs have the small ordinals and stand first in each list
/// (Beamer, Asanović, Patterson: Direction-optimizing breadth-first search, 2012).
final class ReachSearch {
    /// What a look at a vertex costs upwards, and each entry read there, in entries read downwards. Measured.
    private static final double LOOK_EFFORT = 3;

    private static final double ENTRY_EFFORT = 0.3;

    private final View view;
    private final VertexSet seen;
    private final NeighborList list;

    private ReachSearch(View view) {
        this.view = view;
        this.seen = view.newSet();
        this.list = view.newList();
    }

    /// O(the edges within so many steps, two or three), and about O(vertices) when those are most of the graph.
    static Reach answer(View view, long key, int steps) {
        int start = view.ordinal(key);
        if (start < 0) {
            return new Reach(view.position(), 0, 0, 0);
        }
        ReachSearch search = new ReachSearch(view);
        search.seen.add(start);
        long first = search.step(0);
        long second = steps < 3 ? search.lastStep(1) : search.step(1);
        long third = steps < 3 ? 0 : search.lastStep(1 + (int) first);
        return new Reach(view.position(), first, second, third);
    }

    /// Adds the neighbors of those seen from number `from` on; answers how many were not seen before.
    private long step(int from) {
        int end = seen.size();
        if (isDownCheaper(from)) {
            stepDown(from);
        } else {
            VertexSet found = view.newSet();
            view.touching(seen, found);
            for (int i = 0; i < found.size(); i++) {
                seen.add(found.at(i));
            }
        }
        return seen.size() - (long) end;
    }

    /// Only counts.
    private long lastStep(int from) {
        if (!isDownCheaper(from)) {
            return view.touching(seen, null);
        }
        for (int i = from; i < seen.size(); i++) {
            view.read(seen.at(i), list);
            seen.mark(list);
        }
        return seen.count() - (long) seen.size();
    }

    /// Down reads every entry of the last level. Up looks at every vertex not seen, and reads on the mean as many
    /// entries as it takes to meet one that leads to the last level.
    private boolean isDownCheaper(int from) {
        long down = 0;
        for (int i = from; i < seen.size(); i++) {
            down += view.effort(seen.at(i));
        }
        double entriesUntilMet = (double) view.entryCount() / Math.max(1, down);
        double up = (view.vertexCount() - seen.size()) * (LOOK_EFFORT + ENTRY_EFFORT * entriesUntilMet);
        return down <= up;
    }

    private void stepDown(int from) {
        int end = seen.size();
        for (int i = from; i < end; i++) {
            view.read(seen.at(i), list);
            seen.addAll(list);
        }
    }
}
