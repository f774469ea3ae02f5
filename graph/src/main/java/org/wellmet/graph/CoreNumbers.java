package org.wellmet.graph;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The core number of a member is the greatest `k` such that they are in a part of the network where everyone has
/// `k` connections within it: how many members have each, and the keys of those who have the greatest.
public record CoreNumbers(LogPosition asOf, SortedMap<Integer, Long> memberCounts, List<Long> innermost) {
    public CoreNumbers {
        memberCounts = Collections.unmodifiableSortedMap(new TreeMap<>(memberCounts));
        innermost = List.copyOf(innermost);
    }

    static CoreNumbers of(View view) {
        int[] cores = CorePeeling.cores(view);
        SortedMap<Integer, Long> counts = new TreeMap<>();
        int greatest = 0;
        for (int vertex = 0; vertex < cores.length; vertex++) {
            if (view.isThere(vertex)) {
                counts.merge(cores[vertex], 1L, Long::sum);
                greatest = Math.max(greatest, cores[vertex]);
            }
        }
        SmallestKeys innermost = new SmallestKeys(Integer.MAX_VALUE);
        for (int vertex = 0; vertex < cores.length; vertex++) {
            if (cores[vertex] == greatest && view.isThere(vertex)) {
                innermost.add(view.key(vertex));
            }
        }
        return new CoreNumbers(view.position(), counts, innermost.toList());
    }
}
