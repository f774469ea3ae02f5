package org.wellmet.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A set of vertices that remembers the order of arrival, so that it is the visited set and the queue of a
/// breadth-first search in one. A bit per vertex of the graph and an int per member. Confined to one question.
final class VertexSet {
    private long[] words = {};
    private int[] members = new int[256];
    private int size;
    private boolean hasMarked;

    /// Makes room for the vertices of a graph. The set must be empty.
    void fit(int vertexCount) {
        assert size == 0;
        int needed = (vertexCount + 63) >> 6;
        if (words.length < needed) {
            words = new long[needed + needed / 8];
        }
    }

    /// Whether the vertex was not in it before.
    boolean add(int vertex) {
        long bit = 1L << vertex;
        long word = words[vertex >> 6];
        if ((word & bit) != 0) {
            return false;
        }
        words[vertex >> 6] = word | bit;
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
        }
        members[size++] = vertex;
        return true;
    }

    /// Adds a whole neighbor list.
    void addAll(NeighborList list) {
        int[] array = list.array();
        int length = list.length();
        if (members.length < size + length) {
            members = Arrays.copyOf(members, (size + length) * 2);
        }
        long[] bits = words;
        int[] queue = members;
        int end = size;
        for (int i = 0; i < length; i++) {
            int vertex = array[i];
            long word = bits[vertex >> 6];
            long grown = word | 1L << vertex;
            queue[end] = vertex; // written always and kept when new: half of the tests would be mispredicted
            end += grown != word ? 1 : 0;
            bits[vertex >> 6] = grown;
        }
        size = end;
    }

    /// Adds all members of another set.
    void addAll(VertexSet others) {
        for (int i = 0; i < others.size; i++) {
            add(others.members[i]);
        }
    }

    /// Takes a whole neighbor list in without remembering who came.
    void mark(NeighborList list) {
        hasMarked = true;
        int[] array = list.array();
        int length = list.length();
        long[] bits = words;
        for (int i = 0; i < length; i++) {
            bits[array[i] >> 6] |= 1L << array[i];
        }
    }

    /// How many are in it, marked or added. O(vertices / 64).
    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// Becomes another set without some, and answers its bits.
    long[] without(VertexSet other, long[] some) {
        hasMarked = true;
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            words[i] = other.words[i] & (i < some.length ? ~some[i] : -1);
        }
        return words;
    }

    boolean contains(int vertex) {
        return has(words, vertex);
    }

    /// Whether the bit of a vertex is set in such words.
    static boolean has(long[] words, int vertex) {
        return (words[vertex >> 6] >>> vertex & 1) != 0;
    }

    /// Whether the bit of a vertex is set in such words, and not in those of the exceptions, where there are any.
    static boolean has(long[] words, long @Nullable [] exceptions, int vertex) {
        return has(words, vertex) && (exceptions == null || !has(exceptions, vertex));
    }

    int size() {
        return size;
    }

    /// The member that arrived as number `index`, from 0.
    int at(int index) {
        return members[index];
    }

    /// The bits themselves, one per vertex, for loops that must not pay a call.
    long[] words() {
        return words;
    }

    /// O(members) or O(vertices / 64), whichever is less.
    void clear() {
        if (hasMarked || size >= words.length) {
            Arrays.fill(words, 0);
        } else {
            for (int i = 0; i < size; i++) {
                words[members[i] >> 6] = 0;
            }
        }
        size = 0;
        hasMarked = false;
    }

    long byteSize() {
        return 8L * words.length + 4L * members.length;
    }
}
