package org.wellmet.graph;

import java.util.ArrayList;
import java.util.List;

/// Edges whose removal would part a component in two (Tarjan: *A note on finding the bridges of a graph*, 1974),
/// without recursion. In the paper's symbols: `ND` is `orders`, `L` is `lows`.
///
/// Confined to one question.
final class Bridges {
    private final SmallGraph graph;
    private final int[] orders;
    private final int[] lows;
    private final int[] parents;
    private final int[] nexts;
    private final List<int[]> found = new ArrayList<>();
    private int visited;

    private Bridges(SmallGraph graph) {
        this.graph = graph;
        this.orders = new int[graph.vertexCount()];
        this.lows = new int[graph.vertexCount()];
        this.parents = new int[graph.vertexCount()];
        this.nexts = new int[graph.vertexCount()];
    }

    /// Each as two vertices, the smaller first. O(vertices + edges).
    static List<int[]> of(SmallGraph graph) {
        Bridges bridges = new Bridges(graph);
        for (int root = 0; root < graph.vertexCount(); root++) {
            if (bridges.orders[root] == 0) {
                bridges.parents[root] = -1;
                bridges.search(root);
            }
        }
        return bridges.found;
    }

    private void search(int root) {
        enter(root);
        for (int vertex = root; vertex >= 0; ) {
            if (nexts[vertex] < graph.degree(vertex)) {
                vertex = look(vertex, graph.neighbor(vertex, nexts[vertex]++));
            } else {
                leave(vertex);
                vertex = parents[vertex];
            }
        }
    }

    private void enter(int vertex) {
        orders[vertex] = ++visited;
        lows[vertex] = visited;
    }

    private int look(int vertex, int other) {
        if (orders[other] == 0) {
            parents[other] = vertex;
            enter(other);
            return other;
        }
        if (other != parents[vertex]) {
            lows[vertex] = Math.min(lows[vertex], orders[other]);
        }
        return vertex;
    }

    private void leave(int vertex) {
        int parent = parents[vertex];
        if (parent < 0) {
            return;
        }
        lows[parent] = Math.min(lows[parent], lows[vertex]);
        if (lows[vertex] == orders[vertex]) {
            found.add(new int[] {Math.min(parent, vertex), Math.max(parent, vertex)});
        }
    }
}
