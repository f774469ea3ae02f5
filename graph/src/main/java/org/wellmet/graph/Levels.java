package org.wellmet.graph;

import java.util.Optional;

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

    /// Takes one step, or as much of it as it takes to find someone whom the other search has seen: answers the
    /// last two of the way there, or nothing.
    Optional<Edge> stepTowards(Levels other) {
        VertexSet sought = other.seen;
        for (int i = begin(depth); i < ends[depth]; i++) {
            int vertex = seen.at(i);
            view.read(vertex, list);
            for (int j = 0; j < list.length(); j++) {
                if (sought.contains(list.at(j))) {
                    return Optional.of(new Edge(vertex, list.at(j)));
                }
            }
            seen.addAll(list);
        }
        depth++;
        ends[depth] = seen.size();
        return Optional.empty();
    }

    /// Two neighbors, of whom the first was reached before the second.
    record Edge(int near, int far) {}

    /// The vertices from one at a distance back to the start, by any shortest path, the vertex first. O(the
    /// levels before · log d).
    int[] wayBack(int vertex, int distance) {
        int[] way = new int[distance + 1];
        way[0] = vertex;
        for (int step = 1; step <= distance; step++) {
            way[step] = neighborAt(distance - step, way[step - 1]);
        }
        return way;
    }

    private int neighborAt(int distance, int vertex) {
        for (int i = begin(distance); i < ends[distance]; i++) {
            if (view.contains(seen.at(i), vertex)) {
                return seen.at(i);
            }
        }
        throw new AssertionError("expected a neighbor at distance " + distance);
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
