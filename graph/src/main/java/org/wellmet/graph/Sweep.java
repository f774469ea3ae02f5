package org.wellmet.graph;

import org.jspecify.annotations.Nullable;

/// One look at every vertex outside of a set: who has a neighbor in it. The step upwards of a breadth-first search
/// (Beamer, Asanović, Patterson: *Direction-optimizing breadth-first search*, 2012).
///
/// Most are settled by their heads, their first neighbors, which are the most connected ones and are read straight
/// on for one vertex after the other, all four at once: to stop at the first would be mispredicted as often as not.
/// The lists of the others are waited for together.
///
/// Confined to one question.
final class Sweep {
    private static final int VERTICES_AT_ONCE = 1024; // a multiple of 64; their heads fit in the nearest cache

    private final View view;
    private final Edges edges;
    private final @Nullable Sight sight;
    private final VertexSet set;
    private final long[] outside; // the bits of the set before which a sweep stands
    private final long[] sought; // those of the set whom a plain vertex may be seen to know
    private final int[] unsettled = new int[VERTICES_AT_ONCE + 1];
    private int unsettledCount;
    private int count;
    private final int[] next = new int[VERTICES_AT_ONCE];
    private final int[] heads = new int[VERTICES_AT_ONCE * Foundation.HEAD];

    Sweep(View view, Edges edges, @Nullable Sight sight, VertexSet set) {
        this.view = view;
        this.edges = edges;
        this.sight = sight;
        this.set = set;
        this.outside = set.words();
        this.sought = sight == null ? set.words() : view.newSet().without(set, sight.barred());
    }

    /// How many they are; puts them into another set, where there is one. O(vertices), and O(d) up to the first one
    /// found for those whose heads do not settle it.
    int count(@Nullable VertexSet into) {
        int vertexCount = view.vertexCount();
        for (int first = 0; first < vertexCount; first += VERTICES_AT_ONCE) {
            int end = Math.min(first + VERTICES_AT_ONCE, vertexCount);
            sweep(first, end, into);
            edges.base().copyNext(unsettled, unsettledCount, next);
            for (int i = 0; i < unsettledCount; i++) {
                if ((bit(next[i]) & 1) != 0 || edges.base().touchesBeyondHead(unsettled[i], sought)) {
                    found(unsettled[i], into);
                }
            }
            unsettledCount = 0;
        }
        return count;
    }

    private void sweep(int first, int end, @Nullable VertexSet into) {
        int known = Math.clamp(edges.base().vertexCount() - (long) first, 0, end - first);
        edges.base().copyHeads(first, known, heads);
        for (int word = first >> 6; word << 6 < end; word++) {
            for (long left = ~outside[word] & upTo(end, word); left != 0; left &= left - 1) {
                int vertex = word << 6 | Long.numberOfTrailingZeros(left);
                boolean isPlain = vertex - first < known
                        && !edges.delta().isChanged(vertex)
                        && (sight == null || sight.isPlain(vertex));
                if (isPlain ? headTouches(vertex, (vertex - first) * Foundation.HEAD) : view.touches(vertex, set)) {
                    found(vertex, into);
                }
            }
        }
    }

    /// The bits of a word that stand for vertices below `end`.
    private static long upTo(int end, int word) {
        int bits = end - (word << 6);
        return bits >= 64 ? -1 : (1L << bits) - 1;
    }

    /// Whether one of the first neighbors is sought; when none is, the rest is looked at later.
    private boolean headTouches(int vertex, int at) {
        int first = heads[at];
        if (first == Foundation.NOBODY) {
            return false;
        }
        long hits = bit(first) | bit(heads[at + 1]) | bit(heads[at + 2]) | bit(heads[at + 3]);
        boolean isFound = (hits & 1) != 0;
        unsettled[unsettledCount] = vertex; // written always and kept when it is so, not to be mispredicted
        unsettledCount += isFound ? 0 : 1;
        return isFound;
    }

    private long bit(int vertex) {
        return sought[vertex >> 6] >>> vertex;
    }

    private void found(int vertex, @Nullable VertexSet into) {
        count++;
        if (into != null) {
            into.add(vertex);
        }
    }
}
