package org.wellmet.graph;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Vertices drawn without replacement: by their keys, so that the same seed draws the same members from equal
/// graphs.
final class Sample {
    private Sample() {}

    /// The ordinals drawn, or all that are there. O(members log members).
    static int[] of(View view, int count, long seed) {
        long[] keys = IntStream.range(0, view.vertexCount())
                .filter(view::isThere)
                .mapToLong(view::key)
                .toArray();
        if (count < keys.length) {
            Arrays.sort(keys);
            keys = drawn(keys, count, new SplittableRandom(seed));
        }
        return Arrays.stream(keys).mapToInt(view::ordinal).toArray();
    }

    private static long[] drawn(long[] keys, int count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(keys.length - i);
            long key = keys[j];
            keys[j] = keys[i];
            keys[i] = key;
        }
        return Arrays.copyOf(keys, count);
    }
}
