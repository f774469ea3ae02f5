package org.wellmet.graph;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many pairs of a sampled member and another are at each distance, and how many are not linked at all.
public record DistanceDistribution(
        LogPosition asOf, SortedMap<Integer, Long> pairCounts, long unlinkedCount, int sampleCount) {
    public DistanceDistribution {
        pairCounts = Collections.unmodifiableSortedMap(new TreeMap<>(pairCounts));
    }

    /// The mean distance of the linked pairs, 0 without any.
    public double mean() {
        double pairs = 0;
        double sum = 0;
        for (var entry : pairCounts.entrySet()) {
            pairs += entry.getValue();
            sum += (double) entry.getKey() * entry.getValue();
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    static DistanceDistribution of(View view, int[] sample) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        long there = Sample.of(view, Integer.MAX_VALUE, 0).length;
        long unlinked = 0;
        VertexSet seen = view.newSet();
        NeighborList list = view.newList();
        for (int start : sample) {
            seen.add(start);
            int end = 1;
            for (int distance = 1, from = 0; from < end; distance++) {
                for (int i = from; i < end; i++) {
                    view.read(seen.at(i), list);
                    seen.addAll(list);
                }
                if (seen.size() > end) {
                    counts.merge(distance, (long) seen.size() - end, Long::sum);
                }
                from = end;
                end = seen.size();
            }
            unlinked += there - seen.size();
            seen.clear();
        }
        return new DistanceDistribution(view.position(), counts, unlinked, sample.length);
    }
}
