package org.wellmet.graph;

/// A number for each of some vertices. Who has one is a bit as well: whoever passes by many vertices that
/// mostly have none finds that out in a thirty-second of the memory. Confined to one question.
final class VertexNumbers {
    private final VertexSet holders = new VertexSet();
    private int[] numbers = {}; // of the holders; what others had before stays

    /// Makes room for the vertices of a graph. Nobody holds any.
    void fit(int vertexCount) {
        holders.fit(vertexCount);
        if (numbers.length < vertexCount) {
            numbers = new int[vertexCount + vertexCount / 8];
        }
    }

    /// Sets these bits in the number of a vertex.
    void mark(int vertex, int bits) {
        numbers[vertex] = holders.add(vertex) ? bits : numbers[vertex] | bits;
    }

    /// Sets the same bits in the numbers of all vertices of a list. O(list).
    void markEach(NeighborList list, int bits) {
        for (int i = 0; i < list.length(); i++) {
            mark(list.at(i), bits);
        }
    }

    boolean holds(int vertex) {
        return holders.contains(vertex);
    }

    /// The number of a vertex that holds one.
    int of(int holder) {
        return numbers[holder];
    }

    /// Those who hold one.
    VertexSet holders() {
        return holders;
    }

    /// How many hold one.
    int size() {
        return holders.size();
    }

    /// One of these, from 0, in the order in which they got it.
    int at(int index) {
        return holders.at(index);
    }

    /// O(vertices that hold one), or O(vertices / 64).
    void clear() {
        holders.clear();
    }
}
