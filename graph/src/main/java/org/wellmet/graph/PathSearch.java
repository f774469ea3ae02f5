package org.wellmet.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// All shortest paths between two vertices, in the order of their keys.
///
/// Two breadth-first searches, one from each end, always the cheaper one next, until they meet. Then the vertices
/// on the way are marked level by level, from the meeting outwards on both sides, so that every step of the walk
/// that writes the paths down is on a shortest one: nothing is tried in vain, however many paths there are.
///
/// Confined to one question.
final class PathSearch {
    /// The most entries read for one question: about a tenth of a second. Reached only where two members are five
    /// or six steps apart in a graph of many millions; the answer is empty and not complete then.
    static final long MAX_EFFORT = 100_000_000;

    private final View view;
    private final int to;
    private final Levels outward;
    private final Levels inward;
    private final VertexSet meeting;
    private final NeighborList list;
    private final List<GraphPath> paths = new ArrayList<>();
    private final int limit;

    private PathSearch(View view, int from, int to, int limit) {
        this.view = view;
        this.to = to;
        this.limit = limit;
        this.outward = new Levels(view, from);
        this.inward = new Levels(view, to);
        this.meeting = view.newSet();
        this.list = view.newList();
    }

    /// O(the edges within half the distance of both ends + `limit` times the degrees along a path).
    static ShortestPaths answer(View view, long fromKey, long toKey, int limit) {
        int from = view.ordinal(fromKey);
        int to = view.ordinal(toKey);
        if (from < 0 || to < 0) {
            return new ShortestPaths(view.position(), List.of(), true);
        }
        // One more than wanted is looked for, so that the answer can say whether there are more.
        PathSearch search = new PathSearch(view, from, to, limit + 1);
        Meeting meeting = search.meet();
        if (meeting == Meeting.FOUND) {
            search.walk(search.ways(), from);
        }
        boolean isComplete = meeting != Meeting.GIVEN_UP && search.paths.size() <= limit;
        List<GraphPath> found = search.paths;
        return new ShortestPaths(view.position(), found.size() <= limit ? found : found.subList(0, limit), isComplete);
    }

    private enum Meeting {
        FOUND,
        NONE,
        GIVEN_UP
    }

    private Meeting meet() {
        long effortLeft = MAX_EFFORT;
        while (true) {
            outward.copyLevel(outward.depth(), inward.seen(), meeting);
            if (meeting.size() > 0) {
                return Meeting.FOUND;
            }
            if (outward.depth() + inward.depth() == SocialGraph.MAX_PATH_LENGTH) {
                return Meeting.NONE;
            }
            long outwardEffort = outward.nextEffort();
            long inwardEffort = inward.nextEffort();
            effortLeft -= Math.min(outwardEffort, inwardEffort);
            if (effortLeft < 0) {
                return Meeting.GIVEN_UP;
            }
            boolean hasFound = outwardEffort <= inwardEffort ? outward.step() : inward.step();
            if (!hasFound) {
                return Meeting.NONE;
            }
        }
    }

    /// For each distance from the start, the vertices on shortest paths.
    private List<VertexSet> ways() {
        Deque<VertexSet> ways = new ArrayDeque<>();
        ways.add(meeting);
        VertexSet later = meeting;
        for (int distance = outward.depth() - 1; distance >= 0; distance--) {
            VertexSet here = view.newSet();
            outward.copyTouching(distance, later, here);
            ways.addFirst(here);
            later = here;
        }
        VertexSet earlier = meeting;
        for (int distance = inward.depth() - 1; distance >= 0; distance--) {
            VertexSet here = view.newSet();
            inward.copyTouching(distance, earlier, here);
            ways.addLast(here);
            earlier = here;
        }
        return List.copyOf(ways);
    }

    private void walk(List<VertexSet> ways, int from) {
        extend(ways, new int[ways.size()], 0, from);
    }

    private void extend(List<VertexSet> ways, int[] walked, int depth, int vertex) {
        walked[depth] = vertex;
        if (vertex == to) {
            paths.add(new GraphPath(
                    Arrays.stream(walked, 0, depth + 1).mapToObj(view::key).toList()));
            return;
        }
        for (long next : inKeyOrder(vertex, ways.get(depth + 1))) {
            if (paths.size() == limit) {
                return;
            }
            extend(ways, walked, depth + 1, view.ordinal(next));
        }
    }

    /// The next vertices on the way, as many as could still be wanted: each is on one path at least.
    private List<Long> inKeyOrder(int vertex, VertexSet among) {
        SmallestKeys keys = new SmallestKeys(limit - paths.size());
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            if (among.contains(list.at(i))) {
                keys.add(view.key(list.at(i)));
            }
        }
        return keys.toList();
    }
}
