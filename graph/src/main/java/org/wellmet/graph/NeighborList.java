package org.wellmet.graph;

import java.util.Arrays;

/// A neighbor list as read, or what was found on one: ordinals in an array of its own, ascending where not said
/// otherwise. Reused from vertex to vertex. Confined to one question.
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

    /// Takes out a vertex that is on it. O(list).
    void remove(int vertex) {
        int at = Arrays.binarySearch(buffer, 0, length, vertex);
        assert at >= 0 : "not on the list";
        System.arraycopy(buffer, at + 1, buffer, at, length - at - 1);
        length--;
    }

    /// Becomes those of a set who are on another list, looked up one by one, in the order of the set.
    /// O(set · log of the list).
    void lookUp(VertexSet set, NeighborList other) {
        int[] found = room(set.size());
        int count = 0;
        for (int i = 0; i < set.size(); i++) {
            found[count] = set.at(i);
            count += other.contains(set.at(i)) ? 1 : 0;
        }
        length = count;
    }

    /// Becomes those on another list, which may be this one, who are in the set. O(list).
    void pass(VertexSet set, NeighborList other) {
        int[] found = room(other.length);
        int[] passed = other.buffer;
        long[] words = set.words();
        int count = 0;
        for (int i = 0; i < other.length; i++) {
            int vertex = passed[i];
            found[count] = vertex; // written always and kept when wanted: half of the tests would be mispredicted
            count += (int) (words[vertex >> 6] >>> vertex & 1);
        }
        length = count;
    }

    long byteSize() {
        return 4L * buffer.length;
    }
}
