package org.wellmet.graph;

import java.util.Arrays;

/// A neighbor list as read: ascending ordinals in an array of its own. Reused from vertex to vertex. Confined to one
/// question.
final class NeighborList {
    private int[] buffer = new int[1024];
    private int length;

    int[] array() {
        return buffer;
    }

    int length() {
        return length;
    }

    int at(int index) {
        return buffer[index];
    }

    /// Whether a vertex is on it. O(log of the length).
    boolean contains(int vertex) {
        return Arrays.binarySearch(buffer, 0, length, vertex) >= 0;
    }

    /// The array with room for so many, to be filled and then taken by [#own].
    int[] room(int capacity) {
        if (buffer.length < capacity) {
            buffer = new int[capacity + capacity / 2];
        }
        return buffer;
    }

    /// Takes what was put into [#room].
    void own(int newLength) {
        length = newLength;
    }

    /// Takes out whoever is not in the set. O(list).
    void keep(VertexSet set) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            buffer[kept] = buffer[i];
            kept += set.contains(buffer[i]) ? 1 : 0;
        }
        length = kept;
    }

    /// Takes out a vertex that is on it. O(list).
    void remove(int vertex) {
        int at = Arrays.binarySearch(buffer, 0, length, vertex);
        assert at >= 0 : "not on the list";
        System.arraycopy(buffer, at + 1, buffer, at, length - at - 1);
        length--;
    }

    long byteSize() {
        return 4L * buffer.length;
    }
}
