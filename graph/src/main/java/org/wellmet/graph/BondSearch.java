package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What ties one vertex to each of many others. Each of those asked for has a *slot*, which is a number from 0.
///
/// Mutual connections are counted from the side that costs less: by passing over the lists of the start's
/// connections, where each of those asked for is marked with the slot, or over the lists of those asked for, where
/// each of the start's connections is marked with the rank among them. What connections of the start have in common
/// with those asked for, where they are few, takes the lists of both in any case: there each is marked with a bit for
/// everyone on whose list they are.
///
/// *Cut* are the connections of the start that are to be taken for strangers: they are left out of its list, and it
/// is left out of theirs. All other lists are as they are seen, since no cut edge is in them.
///
/// Confined to one question.
final class BondSearch {
    /// How many entries of a list are passed in the time of one look into it.
    private static final int ENTRIES_PER_LOOK = 64;

    private static final int[] NO_COUNTS = {};
    private static final long[] NO_KEYS = {};

    private final View view;
    private final BondQuestion question;
    private final int start;
    private final VertexNumbers slots;
    private final VertexSet own;
    private final VertexSet cut;
    private final VertexNumbers marks;
    private final NeighborList list;
    private final NeighborList met;
    private final MutualSums sums;
    private boolean isCountedFromOwn;
    private int[] companions = NO_COUNTS; // in the order of their keys, where they are few

    private BondSearch(View view, BondQuestion question) {
        this.view = view;
        this.question = question;
        this.start = view.ordinal(question.from());
        this.slots = view.newNumbers();
        this.own = view.newSet();
        this.cut = view.newSet();
        this.marks = view.newNumbers();
        this.list = view.newList();
        this.met = view.newList();
        this.sums = new MutualSums(question.keys().size());
    }

    /// O(the sum of the degrees of those asked for), or of the start's connections where that is less and nothing
    /// is hidden. Where the start has few, both.
    static Bonds answer(View view, BondQuestion question) {
        BondSearch search = new BondSearch(view, question);
        int[] asked = ordinals(view, question.keys());
        search.giveSlots(asked);
        search.findOwn();
        long[] ownKeys = search.ownKeys();
        int[] ownDegrees = search.countFromOwn(ownKeys);
        Bond[] bySlot = search.bonds();
        Bond none = new Bond(0, 0, 0, 0, new int[search.companions.length], NO_KEYS);
        List<Bond> each = new ArrayList<>(asked.length);
        for (int vertex : asked) {
            each.add(vertex < 0 ? none : bySlot[search.slots.of(vertex)]);
        }
        return new Bonds(view.position(), search.own.size(), ownKeys, ownDegrees, each);
    }

    private static int[] ordinals(View view, List<Long> keys) {
        int[] ordinals = new int[keys.size()];
        for (int i = 0; i < ordinals.length; i++) {
            ordinals[i] = view.ordinal(keys.get(i));
        }
        return ordinals;
    }

    private void giveSlots(int[] asked) {
        for (int vertex : asked) {
            if (vertex >= 0 && !slots.holds(vertex)) {
                slots.mark(vertex, slots.size());
            }
        }
    }

    private void findOwn() {
        if (start < 0) {
            return;
        }
        view.read(start, list);
        for (int i = 0; i < list.length(); i++) {
            int vertex = list.at(i);
            boolean isStranger = question.areStrangers() && slots.holds(vertex);
            (isStranger ? cut : own).add(vertex);
        }
    }

    private long[] ownKeys() {
        SmallestKeys first = new SmallestKeys(Bonds.MOST_OWN);
        for (int i = 0; i < own.size(); i++) {
            first.add(view.key(own.at(i)));
        }
        return first.toArray();
    }

    // ---- the lists of the start's connections

    /// Answers the degrees of these, where they are few.
    private int[] countFromOwn(long[] ownKeys) {
        if (own.size() <= Bonds.MOST_COMPANIONS && question.listed() > 0) {
            companions = Arrays.stream(ownKeys).mapToInt(view::ordinal).toArray();
            isCountedFromOwn = true;
            return countCompanions();
        }
        isCountedFromOwn = view.effort(own) <= view.effort(slots.holders());
        if (isCountedFromOwn) {
            for (int i = 0; i < own.size(); i++) {
                view.read(own.at(i), list);
                countRead();
            }
        } else {
            sums.expect(own.size());
            for (int rank = 0; rank < own.size(); rank++) {
                marks.mark(own.at(rank), rank);
            }
        }
        return NO_COUNTS;
    }

    private int[] countCompanions() {
        int[] degrees = new int[companions.length];
        for (int i = 0; i < companions.length; i++) {
            view.read(companions[i], list);
            degrees[i] = list.length();
            countRead();
            marks.markEach(list, 1 << i);
        }
        return degrees;
    }

    /// Counts those asked for on the list of a connection of the start.
    private void countRead() {
        meet(slots.holders());
        for (int i = 0; i < met.length(); i++) {
            sums.add(slots.of(met.at(i)), list.length());
        }
    }

    /// Finds who of some is on the list that was read, in any order.
    private void meet(VertexSet sought) {
        if (list.length() / ENTRIES_PER_LOOK >= sought.size()) {
            met.lookUp(sought, list);
        } else {
            met.pass(sought, list);
        }
    }

    // ---- the lists of those asked for

    private Bond[] bonds() {
        Bond[] bonds = new Bond[slots.size()];
        for (int slot = 0; slot < bonds.length; slot++) {
            bonds[slot] = bond(slot, slots.at(slot));
        }
        return bonds;
    }

    private Bond bond(int slot, int vertex) {
        int[] inCommon = companions.length == 0 ? NO_COUNTS : new int[companions.length];
        if (marks.size() == 0 && question.listed() == 0) {
            int degree = vertex == start ? own.size() : view.degree(vertex) - (cut.contains(vertex) ? 1 : 0);
            return sums.bond(slot, degree, inCommon, NO_KEYS);
        }
        read(vertex);
        countMarked(slot, inCommon);
        for (int i = 0; i < companions.length; i++) {
            inCommon[i] = companions[i] == vertex ? 0 : inCommon[i];
        }
        return sums.bond(slot, list.length(), inCommon, some());
    }

    /// Reads a list without what is cut.
    private void read(int vertex) {
        view.read(vertex, list);
        if (vertex == start) {
            list.pass(own, list);
        } else if (cut.contains(vertex)) {
            list.remove(start);
        }
    }

    private long[] some() {
        int length = list.length();
        int size = Math.min(question.listed(), length);
        long[] some = new long[size];
        for (int i = 0; i < size; i++) {
            int middle = (int) ((2L * i + 1) * length / (2L * size)); // of the part that it stands for
            some[i] = view.key(list.at(middle));
        }
        return some;
    }

    private void countMarked(int slot, int[] inCommon) {
        meet(marks.holders());
        for (int i = 0; i < met.length(); i++) {
            int mark = marks.of(met.at(i));
            if (isCountedFromOwn) {
                for (int bits = mark; bits != 0; bits &= bits - 1) {
                    inCommon[Integer.numberOfTrailingZeros(bits)]++;
                }
            } else {
                sums.addRanked(slot, mark, view, met.at(i));
            }
        }
    }
}
