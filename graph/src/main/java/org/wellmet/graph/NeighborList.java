package org.wellmet.graph;

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

    long byteSize() {
        return 4L * buffer.length;
    }
}
