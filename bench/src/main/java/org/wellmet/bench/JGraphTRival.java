package org.wellmet.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.Graphs;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/// JGraphT as its manual shows it: a simple graph of objects, the library's own algorithms where it has them.
final class JGraphTRival implements Rival {
    private final Graph<Long, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    JGraphTRival(PowerLawGraph network) {
        network.forEachPair((a, b) -> Graphs.addEdgeWithVertices(graph, a, b));
    }

    @Override
    public String name() {
        return "JGraphT 1.5.2";
    }

    @Override
    public int distance(long from, long to) {
        GraphPath<Long, DefaultEdge> path =
                new BidirectionalDijkstraShortestPath<>(graph, MAX_DISTANCE).getPath(from, to);
        return path == null ? -1 : path.getLength();
    }

    @Override
    public int mutualCount(long keyA, long keyB) {
        Set<Long> both = new HashSet<>(Graphs.neighborSetOf(graph, keyA));
        both.retainAll(Graphs.neighborSetOf(graph, keyB));
        return both.size();
    }

    @Override
    public List<Integer> separations(long from, List<Long> keys) {
        Set<Long> sought = new HashSet<>(keys);
        Map<Long, Integer> steps = new HashMap<>();
        BreadthFirstIterator<Long, DefaultEdge> search = new BreadthFirstIterator<>(graph, from);
        while (search.hasNext() && steps.size() < sought.size()) {
            Long key = search.next();
            int depth = search.getDepth(key);
            if (depth > 3) {
                break;
            }
            if (sought.contains(key)) {
                steps.put(key, depth);
            }
        }
        return keys.stream().map(key -> steps.getOrDefault(key, 4)).toList();
    }

    @Override
    public void close() {}
}
