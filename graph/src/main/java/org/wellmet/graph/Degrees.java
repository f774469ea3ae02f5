package org.wellmet.graph;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The degrees of all members.
final class Degrees {
    private Degrees() {}

    static SortedMap<Integer, Long> distribution(View view) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int vertex = 0; vertex < view.vertexCount(); vertex++) {
            if (view.isThere(vertex)) {
                counts.merge(view.degree(vertex), 1L, Long::sum);
            }
        }
        return Collections.unmodifiableSortedMap(counts);
    }
}
