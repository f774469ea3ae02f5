package org.wellmet.graph;

import java.util.Arrays;

/// A set of vertices as one bit each. Immutable once a version holds it; confined to the writer before.
final class VertexBits {
    static final VertexBits NONE = new VertexBits(new long[0], 0);

    private long[] words;
    private int size;

    private VertexBits(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    static VertexBits of(long[] words) {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return new VertexBits(words, size);
    }

    VertexBits copy() {
        return new VertexBits(words.clone(), size);
    }

    boolean contains(int vertex) {
        int word = vertex >> 6;
        return word < words.length && (words[word] >>> vertex & 1) != 0;
    }

    void set(int vertex, boolean isMember) {
        if (contains(vertex) == isMember) {
            return;
        }
        int word = vertex >> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, word + 1 + word / 8);
        }
        words[word] ^= 1L << vertex;
        size += isMember ? 1 : -1;
    }

    int size() {
        return size;
    }

    /// Adds these to a set of at least as many words. O(words).
    void addTo(long[] target) {
        for (int i = 0; i < Math.min(words.length, target.length); i++) {
            target[i] |= words[i];
        }
    }

    /// The words themselves, to be read.
    long[] toWords() {
        return words;
    }

    long byteSize() {
        return 8L * words.length;
    }
}
