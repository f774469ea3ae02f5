package org.wellmet.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// All vertices on shortest paths between two, by their distance from the first.
///
/// Two breadth-first searches, one from each end, always the cheaper one next, until they meet. Then the vertices
/// on the way are marked level by level, from the meeting outwards on both sides. So each step from a level to
/// the next is on a shortest path: who walks here tries nothing in vain, however many paths there are.
///
/// Confined to one question.
final class ShortestWays {
    /// The most entries read for one question: about a tenth of a second. Reached only where two members are five
    /// or six steps apart in a graph of many millions; the answer is empty and not complete then.
    static final long MAX_EFFORT = 100_000_000;

    private final View view;
    private final Levels outward;
    private final Levels inward;
    private final VertexSet meeting;

    ShortestWays(View view, int from, int to) {
        this.view = view;
        this.outward = new Levels(view, from);
        this.inward = new Levels(view, to);
        this.meeting = view.newSet();
    }

    enum Meeting {
        FOUND,
        NONE,
        GIVEN_UP
    }

    /// Searches. O(the edges within half the distance of both ends).
    Meeting meet() {
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
    List<VertexSet> ways() {
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
}
