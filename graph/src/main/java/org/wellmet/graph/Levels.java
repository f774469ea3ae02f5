package org.wellmet.graph;

/// A breadth-first search that is taken one step at a time: everyone within so many steps of a start, by
/// distance.
///
/// Confined to one question.
final class Levels {
    private final View view;
    private final VertexSet seen;
    private final NeighborList list;
    private final int[] ends = new int[SocialGraph.MAX_PATH_LENGTH + 2];
    private int depth;

    Levels(View view, int start) {
        this.view = view;
        this.seen = view.newSet();
        this.list = view.newList();
        seen.add(start);
        ends[0] = 1;
    }

    /// How many steps were taken.
    int depth() {
        return depth;
    }

    /// About what the next step costs. O(the last level).
    long nextEffort() {
        long sum = 0;
        for (int i = begin(depth); i < ends[depth]; i++) {
            sum += view.effort(seen.at(i));
        }
        return sum;
    }

    /// Takes one step; whether it found anyone.
    boolean step() {
        for (int i = begin(depth); i < ends[depth]; i++) {
            view.read(seen.at(i), list);
            seen.addAll(list);
        }
        depth++;
        ends[depth] = seen.size();
        return size(depth) > 0;
    }

    private int begin(int distance) {
        return distance == 0 ? 0 : ends[distance - 1];
    }

    int size(int distance) {
        return ends[distance] - begin(distance);
    }

    /// Puts those at a distance who are also in the other set into a third.
    void copyLevel(int distance, VertexSet among, VertexSet into) {
        for (int i = begin(distance); i < ends[distance]; i++) {
            if (among.contains(seen.at(i))) {
                into.add(seen.at(i));
            }
        }
    }

    /// Puts those at a distance who have a neighbor in the other set into a third.
    void copyTouching(int distance, VertexSet among, VertexSet into) {
        for (int i = begin(distance); i < ends[distance]; i++) {
            if (view.touches(seen.at(i), among)) {
                into.add(seen.at(i));
            }
        }
    }

    /// Everyone seen up to the last step.
    VertexSet seen() {
        return seen;
    }
}
