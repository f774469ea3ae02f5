package org.wellmet.graph;

import java.util.Arrays;

/// A neighbor list while a batch changes it: strictly ascending at any time. Confined to the writer.
final class EditedList {
    private int[] members;
    private int size;
    private boolean hasChanged;

    EditedList(NeighborList start) {
        size = start.length();
        members = new int[size + 1];
        System.arraycopy(start.array(), 0, members, 0, size);
    }

    /// Whether it was not in the list before. O(d).
    boolean add(int vertex) {
        int at = Arrays.binarySearch(members, 0, size, vertex);
        if (at >= 0) {
            return false;
        }
        if (size == members.length) {
            members = Arrays.copyOf(members, size + size / 2 + 4);
        }
        int place = -at - 1;
        System.arraycopy(members, place, members, place + 1, size - place);
        members[place] = vertex;
        size++;
        hasChanged = true;
        return true;
    }

    /// Whether it was in the list before. O(d).
    boolean remove(int vertex) {
        int at = Arrays.binarySearch(members, 0, size, vertex);
        if (at < 0) {
            return false;
        }
        System.arraycopy(members, at + 1, members, at, size - at - 1);
        size--;
        hasChanged = true;
        return true;
    }

    boolean hasChanged() {
        return hasChanged;
    }

    int[] toArray() {
        return Arrays.copyOf(members, size);
    }

    /// Its members as they stay: the list is not changed afterwards.
    int[] finished() {
        return members.length == size ? members : toArray();
    }
}
