package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The separation of one vertex to each of a batch.
///
/// First and second come from the start's own list. For the third there are two ways. *Outward* marks everyone
/// within two steps of the start, which costs `D`, the sum of its neighbors' degrees, once. *Inward* looks from
/// each target for two steps that end at a neighbor of the start, and stops at the first. Of all entries, `D` of
/// `entryCount` are in lists that neighbors of the start are on, so on the mean `entryCount / D` entries are read
/// until one is found. Inward is taken while that is less for the targets left, and never reads more than `D` in
/// all before it gives way.
final class SeparationSearch {
    private final View view;
    private final int start;
    private final VertexSet first;
    private final NeighborList list;
    private final NeighborList around;
    private final Map<Long, Separation> byKey = new LinkedHashMap<>();
    private long effortLeft;

    private SeparationSearch(View view, int start) {
        this.view = view;
        this.start = start;
        this.first = view.newSet();
        this.list = view.newList();
        this.around = view.newList();
    }

    /// O(D + the sum of the degrees of the targets).
    static Separations answer(View view, long from, Collection<Long> keys) {
        int start = view.ordinal(from);
        SeparationSearch search = new SeparationSearch(view, start);
        if (start >= 0) {
            view.read(start, search.list);
            search.first.addAll(search.list);
        }
        List<Long> further = new ArrayList<>();
        for (long key : keys) {
            Separation near = search.near(from, key);
            search.byKey.put(key, near);
            if (near == Separation.THIRD) {
                further.add(key);
            }
        }
        if (!further.isEmpty()) {
            search.settle(further);
        }
        return new Separations(view.position(), search.byKey);
    }

    /// The separation up to the second, and `THIRD` where it is that or further.
    private Separation near(long from, long key) {
        if (key == from) {
            return Separation.SELF;
        }
        int target = view.ordinal(key);
        if (start < 0 || target < 0) {
            return Separation.OUT_OF_NETWORK;
        }
        if (first.contains(target)) {
            return Separation.FIRST;
        }
        return view.touches(target, first) ? Separation.SECOND : Separation.THIRD;
    }

    private void settle(List<Long> keys) {
        long outward = view.effort(list);
        effortLeft = outward;
        long inwardEach = view.entryCount() / Math.max(1, outward);
        int settled = 0;
        while (settled < keys.size() && (keys.size() - settled) * inwardEach < outward && effortLeft > 0) {
            long key = keys.get(settled);
            Optional<Separation> found = inward(view.ordinal(key));
            if (found.isEmpty()) {
                break;
            }
            byKey.put(key, found.get());
            settled++;
        }
        if (settled < keys.size()) {
            outward(keys.subList(settled, keys.size()));
        }
    }

    /// Third, or out of network, or empty when the effort was used up before it was clear.
    private Optional<Separation> inward(int target) {
        view.read(target, around);
        for (int i = 0; i < around.length(); i++) {
            int vertex = around.at(i);
            if (view.touches(vertex, first)) {
                return Optional.of(Separation.THIRD);
            }
            effortLeft -= view.effort(vertex);
            if (effortLeft <= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Separation.OUT_OF_NETWORK);
    }

    private void outward(List<Long> keys) {
        VertexSet withinTwo = view.newSet();
        for (int i = 0; i < first.size(); i++) {
            view.read(first.at(i), list);
            withinTwo.addAll(list);
        }
        for (long key : keys) {
            boolean meets = view.touches(view.ordinal(key), withinTwo);
            byKey.put(key, meets ? Separation.THIRD : Separation.OUT_OF_NETWORK);
        }
    }
}
