package org.wellmet.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One shortest path, whichever is met first: two breadth-first searches, the one with fewer vertices at its edge
/// next, until the first vertex that both have seen.
final class AnyPathSearch {
    private final View view;
    private final Levels outward;
    private final Levels inward;

    private AnyPathSearch(View view, int from, int to) {
        this.view = view;
        this.outward = new Levels(view, from);
        this.inward = new Levels(view, to);
    }

    static ShortestPaths answer(View view, long fromKey, long toKey) {
        int from = view.ordinal(fromKey);
        int to = view.ordinal(toKey);
        if (from < 0 || to < 0) {
            return new ShortestPaths(view.position(), List.of(), true);
        }
        if (from == to) {
            return new ShortestPaths(view.position(), List.of(new GraphPath(List.of(fromKey))), true);
        }
        return new AnyPathSearch(view, from, to).answer();
    }

    private ShortestPaths answer() {
        long effortLeft = ShortestWays.MAX_EFFORT;
        while (outward.depth() + inward.depth() < SocialGraph.MAX_PATH_LENGTH) {
            boolean isOutward = outward.size(outward.depth()) <= inward.size(inward.depth());
            Levels near = isOutward ? outward : inward;
            Levels far = isOutward ? inward : outward;
            if (near.size(near.depth()) == 0) {
                break;
            }
            if (near.depth() >= 2) { // before that, a look at the degrees would cost more than the step
                effortLeft -= near.nextEffort();
                if (effortLeft < 0) {
                    return new ShortestPaths(view.position(), List.of(), false);
                }
            }
            Optional<Levels.Edge> meeting = near.stepTowards(far);
            if (meeting.isPresent()) {
                int[] nearWay = near.wayBack(meeting.get().near(), near.depth());
                int[] farWay = far.wayBack(meeting.get().far(), far.depth());
                return found(isOutward ? path(nearWay, farWay) : path(farWay, nearWay));
            }
        }
        return new ShortestPaths(view.position(), List.of(), true);
    }

    private GraphPath path(int[] fromStart, int[] toEnd) {
        List<Long> keys = new ArrayList<>();
        for (int i = fromStart.length - 1; i >= 0; i--) {
            keys.add(view.key(fromStart[i]));
        }
        for (int vertex : toEnd) {
            keys.add(view.key(vertex));
        }
        return new GraphPath(keys);
    }

    private ShortestPaths found(GraphPath path) {
        return new ShortestPaths(view.position(), List.of(path), path.length() <= 1);
    }
}
