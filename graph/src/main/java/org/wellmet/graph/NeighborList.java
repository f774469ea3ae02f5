package org.wellmet.graph;

/// A neighbor list as read: ascending ordinals in an array that may belong to the graph and is not written to.
/// Reused from vertex to vertex. Confined to one question.
final class NeighborList {
    private int[] buffer = new int[1024];
    private int[] array = buffer;
    private int length;

    int[] array() {
        return array;
    }

    int length() {
        return length;
    }

    int at(int index) {
        return array[index];
    }

    /// An array of our own with room for so many, to be filled and then taken by [#own].
    int[] room(int capacity) {
        if (buffer.length < capacity) {
            buffer = new int[capacity + capacity / 2];
        }
        return buffer;
    }

    /// Takes what was put into [#room].
    void own(int newLength) {
        array = buffer;
        length = newLength;
    }

    /// Takes a list of the graph as it is.
    void borrow(int[] list) {
        array = list;
        length = list.length;
    }

    long byteSize() {
        return 4L * buffer.length;
    }
}
