package org.wellmet.bench;

import java.util.Arrays;

/// The floor to stand beside: compressed sparse rows in two arrays, ordinals as they come, nothing else. It
/// cannot change, knows no keys, hides nothing, and holds at most 2³¹ entries.
final class ArrayGraph {
    private final int[] starts;
    private final int[] neighbors;

    private ArrayGraph(int[] starts, int[] neighbors) {
        this.starts = starts;
        this.neighbors = neighbors;
    }

    /// Keeps the pairs, counts, puts each entry into its row, sorts the rows and drops what is doubled: what a
    /// graph has to do but look keys up, which are taken for indexes.
    static ArrayGraph of(PowerLawGraph graph) {
        long[] pairs = new long[Math.toIntExact(graph.pairCount())];
        int[] count = new int[1];
        graph.forEachPair((a, b) -> pairs[count[0]++] = a << 32 | b);
        int[] starts = new int[graph.memberCount() + 2];
        for (long pair : pairs) {
            starts[(int) (pair >>> 32) + 1]++;
            starts[(int) pair + 1]++;
        }
        for (int v = 1; v < starts.length; v++) {
            starts[v] += starts[v - 1];
        }
        int[] cursors = starts.clone();
        int[] neighbors = new int[starts[starts.length - 1]];
        for (long pair : pairs) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            neighbors[cursors[a]++] = b;
            neighbors[cursors[b]++] = a;
        }
        return tidied(starts, neighbors);
    }

    private static ArrayGraph tidied(int[] starts, int[] neighbors) {
        int kept = 0;
        int start = 0;
        for (int v = 0; v < starts.length - 1; v++) {
            int end = starts[v + 1];
            Arrays.sort(neighbors, start, end);
            int keptStart = kept;
            for (int i = start; i < end; i++) {
                if (kept == keptStart || neighbors[i] != neighbors[kept - 1]) {
                    neighbors[kept++] = neighbors[i];
                }
            }
            start = end;
            starts[v + 1] = kept;
        }
        return new ArrayGraph(starts, Arrays.copyOf(neighbors, kept));
    }

    int vertexCount() {
        return starts.length - 1;
    }

    long entryCount() {
        return neighbors.length;
    }

    int degree(int vertex) {
        return starts[vertex + 1] - starts[vertex];
    }

    int neighbor(int vertex, int index) {
        return neighbors[starts[vertex] + index];
    }

    /// How many are at one, two and three steps, top down.
    long reach(int from, int maxDistance, long[] seen, int[] queue) {
        Arrays.fill(seen, 0);
        seen[from >> 6] |= 1L << from;
        queue[0] = from;
        int begin = 0;
        int end = 1;
        for (int distance = 0; distance < maxDistance; distance++) {
            int levelEnd = end;
            for (int i = begin; i < levelEnd; i++) {
                int v = queue[i];
                for (int j = starts[v]; j < starts[v + 1]; j++) {
                    int w = neighbors[j];
                    if ((seen[w >> 6] >>> w & 1) == 0) {
                        seen[w >> 6] |= 1L << w;
                        queue[end++] = w;
                    }
                }
            }
            begin = levelEnd;
        }
        return end - 1L;
    }

    /// The distance of two, by a search from both ends, the one with fewer vertices next; -1 beyond
    /// `maxDistance`.
    int distance(int a, int b, int maxDistance, Side left, Side right) {
        left.start(a);
        right.start(b);
        int distance = 0;
        while (a != b && distance < maxDistance) {
            Side near = left.levelSize() <= right.levelSize() ? left : right;
            distance++;
            if (near.step(this, near == left ? right : left)) {
                return distance;
            }
        }
        return a == b ? 0 : -1;
    }

    /// One end of a search from both.
    static final class Side {
        private final long[] seen;
        private final int[] queue;
        private int begin;
        private int end;

        Side(int vertexCount) {
            seen = new long[(vertexCount + 63) >> 6];
            queue = new int[vertexCount];
        }

        void start(int vertex) {
            for (int i = 0; i < end; i++) {
                seen[queue[i] >> 6] = 0;
            }
            queue[0] = vertex;
            seen[vertex >> 6] |= 1L << vertex;
            begin = 0;
            end = 1;
        }

        int levelSize() {
            return end - begin;
        }

        boolean step(ArrayGraph graph, Side other) {
            int levelEnd = end;
            for (int i = begin; i < levelEnd; i++) {
                int v = queue[i];
                for (int j = graph.starts[v]; j < graph.starts[v + 1]; j++) {
                    int w = graph.neighbors[j];
                    if ((other.seen[w >> 6] >>> w & 1) != 0) {
                        return true;
                    }
                    if ((seen[w >> 6] >>> w & 1) == 0) {
                        seen[w >> 6] |= 1L << w;
                        queue[end++] = w;
                    }
                }
            }
            begin = levelEnd;
            return false;
        }
    }
}
