package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wellmet.graph.ShortestWays.Meeting;

/// All shortest paths between two vertices, in the order of their keys: a walk along [ShortestWays].
///
/// Confined to one question.
final class PathSearch {
    private final View view;
    private final int to;
    private final int limit;
    private final NeighborList list;
    private final List<GraphPath> paths = new ArrayList<>();

    private PathSearch(View view, int to, int limit) {
        this.view = view;
        this.to = to;
        this.limit = limit;
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
        PathSearch search = new PathSearch(view, to, limit + 1);
        ShortestWays ways = new ShortestWays(view, from, to);
        Meeting meeting = ways.meet();
        if (meeting == Meeting.FOUND) {
            search.walk(ways.ways(), from);
        }
        boolean isComplete = meeting != Meeting.GIVEN_UP && search.paths.size() <= limit;
        List<GraphPath> found = search.paths;
        return new ShortestPaths(view.position(), found.size() <= limit ? found : found.subList(0, limit), isComplete);
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
