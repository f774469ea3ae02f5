package org.wellmet.graph;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Vertices drawn without replacement.
final class Sample {
    private Sample() {}

    /// The ordinals drawn, or all that are there. O(members).
    static int[] of(View view, int count, long seed) {
        int[] all = IntStream.range(0, view.vertexCount()).filter(view::isThere).toArray();
        if (count >= all.length) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(all.length - i);
            int drawn = all[j];
            all[j] = all[i];
            all[i] = drawn;
        }
        return Arrays.copyOf(all, count);
    }
}
