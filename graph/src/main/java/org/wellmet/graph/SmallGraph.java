package org.wellmet.graph;

import java.util.Arrays;

/// A graph of some hundreds or thousands of vertices in two arrays, for measures that walk all of it many times.
///
/// Symmetric and ascending, as everywhere. Immutable.
final class SmallGraph {
    private final int[] starts;
    private final int[] neighbors;

    SmallGraph(int[] starts, int[] neighbors) {
        assert starts[starts.length - 1] == neighbors.length;
        this.starts = starts;
        this.neighbors = neighbors;
    }

    int vertexCount() {
        return starts.length - 1;
    }

    /// The number of entries of all lists: two for each edge.
    int entryCount() {
        return neighbors.length;
    }

    int degree(int vertex) {
        return starts[vertex + 1] - starts[vertex];
    }

    int neighbor(int vertex, int index) {
        return neighbors[starts[vertex] + index];
    }

    boolean contains(int vertex, int other) {
        return Arrays.binarySearch(neighbors, starts[vertex], starts[vertex + 1], other) >= 0;
    }
}
