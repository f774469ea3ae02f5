package org.wellmet.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who is on both of two neighbor lists. Confined to one question.
final class MutualSearch {
    /// From here on the longer list is leapt over instead of walked: so many times the shorter one.
    private static final int LONGER = 8;

    /// From here on the longer list is not even copied, but looked into where it lies.
    private static final int MUCH_LONGER = 256;

    private final View view;
    private final NeighborList fewer;
    private final NeighborList more;
    private SmallestKeys first = new SmallestKeys(0);
    private int count;

    private MutualSearch(View view) {
        this.view = view;
        this.fewer = view.newList();
        this.more = view.newList();
    }

    /// O(d of both), or O(d log d') when the second list is much longer than the first.
    static MutualConnections answer(View view, long keyA, long keyB, int limit) {
        return new MutualSearch(view).answer(keyA, keyB, limit);
    }

    /// O(the sum of the degrees).
    static Map<Long, MutualConnections> answers(View view, long from, Collection<Long> keys, int limit) {
        MutualSearch search = new MutualSearch(view);
        int start = view.ordinal(from);
        VertexSet own = view.newSet();
        if (start >= 0) {
            view.read(start, search.more);
            own.addAll(search.more);
        }
        Map<Long, MutualConnections> byKey = new LinkedHashMap<>();
        for (long key : keys) {
            int other = view.ordinal(key);
            boolean isWalked = start >= 0 && other >= 0 && view.effort(other) / LONGER < own.size();
            byKey.put(key, isWalked ? search.walk(other, own, limit) : search.answer(from, key, limit));
        }
        return Collections.unmodifiableMap(byKey);
    }

    /// Looks for each on the list of the other in the set of all on the list of the first.
    private MutualConnections walk(int other, VertexSet own, int limit) {
        count = 0;
        first = new SmallestKeys(limit);
        view.read(other, fewer);
        long[] words = own.words();
        for (int i = 0; i < fewer.length(); i++) {
            if (VertexSet.has(words, fewer.at(i))) {
                add(fewer.at(i));
            }
        }
        return new MutualConnections(view.position(), count, first.toList());
    }

    private MutualConnections answer(long keyA, long keyB, int limit) {
        int a = view.ordinal(keyA);
        int b = view.ordinal(keyB);
        count = 0;
        first = new SmallestKeys(limit);
        if (a >= 0 && b >= 0) {
            boolean isShorter = view.effort(a) <= view.effort(b);
            collect(isShorter ? a : b, isShorter ? b : a);
        }
        return new MutualConnections(view.position(), count, first.toList());
    }

    private void collect(int few, int many) {
        view.read(few, fewer);
        if (view.effort(many) / MUCH_LONGER >= fewer.length()) {
            lookUp(many);
            return;
        }
        view.read(many, more);
        if (more.length() / LONGER >= fewer.length()) {
            leap();
        } else {
            merge();
        }
    }

    private void lookUp(int many) {
        for (int i = 0; i < fewer.length(); i++) {
            if (view.contains(many, fewer.at(i))) {
                add(fewer.at(i));
            }
        }
    }

    /// For each of the few, doubles the step through the many until beyond it, then halves the last step.
    private void leap() {
        int[] right = more.array();
        int passed = 0;
        for (int i = 0; i < fewer.length(); i++) {
            int sought = fewer.at(i);
            int step = 1;
            while (passed + step < more.length() && right[passed + step] < sought) {
                step *= 2;
            }
            int end = Math.min(more.length(), passed + step + 1);
            int at = Arrays.binarySearch(right, passed + step / 2, end, sought);
            passed = at >= 0 ? at : -at - 1;
            if (at >= 0) {
                add(sought);
            }
            if (passed >= more.length()) {
                return;
            }
        }
    }

    private void merge() {
        int[] left = fewer.array();
        int[] right = more.array();
        int i = 0;
        int j = 0;
        while (i < fewer.length() && j < more.length()) {
            int a = left[i];
            int b = right[j];
            if (a == b) {
                add(a);
            }
            i += a <= b ? 1 : 0;
            j += a >= b ? 1 : 0;
        }
    }

    private void add(int vertex) {
        count++;
        if (first.isWanted()) {
            first.add(view.key(vertex));
        }
    }
}
