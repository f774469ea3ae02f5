package org.wellmet.graph;

/// A sum for each vertex that was given something, and which those are. Confined to one question.
final class Scores {
    private final VertexSet scored = new VertexSet();
    private float[] sums = {};

    void fit(int vertexCount) {
        scored.fit(vertexCount);
        if (sums.length < vertexCount) {
            sums = new float[vertexCount + vertexCount / 8];
        }
    }

    /// Adds the same to each vertex of a list. O(list).
    void addToEach(NeighborList list, float amount) {
        scored.addAll(list);
        int[] array = list.array();
        for (int i = 0; i < list.length(); i++) {
            sums[array[i]] += amount;
        }
    }

    int size() {
        return scored.size();
    }

    int vertexAt(int index) {
        return scored.at(index);
    }

    float sum(int vertex) {
        return sums[vertex];
    }

    void clear() {
        for (int i = 0; i < scored.size(); i++) {
            sums[scored.at(i)] = 0;
        }
        scored.clear();
    }
}
