package org.wellmet.graph;

import java.util.Arrays;
import java.util.List;

/// The smallest few of many keys, ascending. Collecting costs O(1) a key in the mean. Confined.
final class SmallestKeys {
    private final int limit;
    private long[] kept;
    private int size;

    SmallestKeys(int limit) {
        this.limit = limit;
        this.kept = new long[Math.min(Math.max(16, 2 * Math.min(limit, 1 << 29)), 1024)];
    }

    /// Whether any key is kept at all.
    boolean isWanted() {
        return limit > 0;
    }

    void add(long key) {
        if (limit == 0) {
            return;
        }
        if (size == kept.length) {
            cut();
        }
        kept[size++] = key;
    }

    /// Keeps the smallest and throws the rest away once there are twice as many as wanted.
    private void cut() {
        if (size >= 2L * limit) {
            Arrays.sort(kept, 0, size);
            size = limit;
        } else {
            kept = Arrays.copyOf(kept, size * 2);
        }
    }

    long[] toArray() {
        Arrays.sort(kept, 0, size);
        return Arrays.copyOf(kept, Math.min(limit, size));
    }

    List<Long> toList() {
        return Arrays.stream(toArray()).boxed().toList();
    }
}
