package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What ties one vertex to each of many others, counted in one pass over each one's list.
///
/// Beforehand each connection of the start is marked with its rank among them, and where these are few,
/// each connection of theirs with a bit for every one who has it. Then whoever is met on a list says by one
/// number what is to be counted; most carry none.
///
/// *Cut* are the connections of the start that are to be taken for strangers: they are left out of its list
/// when it is read, and it is left out of theirs. All other lists are as they are seen, since no cut edge
/// is in them.
///
/// Confined to one question.
final class BondSearch {
    /// How many entries of a list are read in the time of one look into it.
    private static final int ENTRIES_PER_LOOK = 16;

    /// A bit for each companion stands below the rank.
    private static final int RANK_SHIFT = Bonds.MOST_COMPANIONS;

    private static final int COMPANIONS = (1 << RANK_SHIFT) - 1;

    /// Sums are whole numbers of this, as in [Scores]: room for eight million, and exact where the square
    /// of a hub's degree divides.
    private static final double UNIT = 0x1p-40;

    private static final int[] NO_COUNTS = {};
    private static final long[] NO_KEYS = {};

    private final View view;
    private final BondQuestion question;
    private final int start;
    private final VertexSet own;
    private final VertexSet cut;
    private final VertexNumbers marks;
    private final NeighborList list;
    private long[] shares = {}; // by rank, 0 where not asked for yet
    private long[] squares = {};
    private int[] companions = NO_COUNTS; // the vertices in the order of their keys, where they are few

    private int mutualCount;
    private long allocation;
    private long closeness;
    private int[] inCommon = NO_COUNTS;

    private BondSearch(View view, BondQuestion question) {
        this.view = view;
        this.question = question;
        this.start = view.ordinal(question.from());
        this.own = view.newSet();
        this.cut = view.newSet();
        this.marks = view.newNumbers();
        this.list = view.newList();
    }

    /// O(the sum of the degrees of those asked for), less where some are far above the others; and where
    /// edges are hidden, of the mutual connections, too. Where the start has few, also of these.
    static Bonds answer(View view, BondQuestion question) {
        int[] vertices = question.keys().stream().mapToInt(view::ordinal).toArray();
        BondSearch search = new BondSearch(view, question);
        search.findOwn(vertices);
        long[] ownKeys = search.ownKeys();
        int[] ownDegrees = search.markCompanions(ownKeys);
        search.markOwn();
        List<Bond> each = new ArrayList<>(vertices.length);
        for (int vertex : vertices) {
            each.add(search.bond(vertex));
        }
        return new Bonds(view.position(), search.own.size(), ownKeys, ownDegrees, each);
    }

    // ---- the start

    private void findOwn(int[] vertices) {
        if (start < 0) {
            return;
        }
        VertexSet strangers = view.newSet();
        for (int vertex : vertices) {
            if (vertex >= 0 && question.areStrangers()) {
                strangers.add(vertex);
            }
        }
        view.read(start, list);
        for (int i = 0; i < list.length(); i++) {
            int vertex = list.at(i);
            (strangers.contains(vertex) ? cut : own).add(vertex);
        }
    }

    private long[] ownKeys() {
        SmallestKeys first = new SmallestKeys(Bonds.MOST_OWN);
        for (int i = 0; i < own.size(); i++) {
            first.add(view.key(own.at(i)));
        }
        return first.toArray();
    }

    /// Answers the degrees of the start's connections, where they are few.
    private int[] markCompanions(long[] ownKeys) {
        if (ownKeys.length > Bonds.MOST_COMPANIONS) {
            return NO_COUNTS;
        }
        companions = Arrays.stream(ownKeys).mapToInt(view::ordinal).toArray();
        int[] degrees = new int[companions.length];
        for (int i = 0; i < companions.length; i++) {
            view.read(companions[i], list);
            degrees[i] = list.length();
            marks.markEach(list, 1 << i);
        }
        return degrees;
    }

    private void markOwn() {
        shares = new long[own.size()];
        squares = new long[own.size()];
        for (int rank = 0; rank < own.size(); rank++) {
            marks.mark(own.at(rank), (rank + 1) << RANK_SHIFT);
        }
    }

    // ---- each of the others

    private Bond bond(int vertex) {
        mutualCount = 0;
        allocation = 0;
        closeness = 0;
        inCommon = new int[companions.length];
        int degree = 0;
        long[] some = NO_KEYS;
        if (vertex >= 0) {
            boolean isLookedUp = vertex != start && view.effort(vertex) / ENTRIES_PER_LOOK >= marks.size();
            if (isLookedUp && question.listed() == 0) {
                degree = view.degree(vertex) - (cut.contains(vertex) ? 1 : 0);
            } else {
                read(vertex);
                degree = list.length();
                some = some();
            }
            count(vertex, isLookedUp);
        }
        return new Bond(degree, mutualCount, allocation * UNIT, closeness * UNIT, inCommon, some);
    }

    /// Reads a list without what is cut.
    private void read(int vertex) {
        view.read(vertex, list);
        if (vertex == start) {
            keepOwn();
        } else if (cut.contains(vertex)) {
            leaveStartOut();
        }
    }

    private void keepOwn() {
        int[] array = list.array();
        int kept = 0;
        for (int i = 0; i < list.length(); i++) {
            array[kept] = array[i];
            kept += cut.contains(array[i]) ? 0 : 1;
        }
        list.own(kept);
    }

    private void leaveStartOut() {
        int[] array = list.array();
        int length = list.length();
        int at = Arrays.binarySearch(array, 0, length, start);
        System.arraycopy(array, at + 1, array, at, length - at - 1);
        list.own(length - 1);
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

    private void count(int vertex, boolean isLookedUp) {
        if (isLookedUp) {
            countLookedUp(vertex);
        } else {
            countRead();
        }
        for (int i = 0; i < companions.length; i++) {
            if (companions[i] == vertex) {
                inCommon[i] = 0;
            }
        }
    }

    private void countRead() {
        int[] array = list.array();
        int length = list.length();
        long[] words = marks.words();
        for (int i = 0; i < length; i++) {
            if (VertexSet.has(words, array[i])) {
                tally(array[i]);
            }
        }
    }

    private void countLookedUp(int vertex) {
        boolean isCut = cut.contains(vertex);
        for (int i = 0; i < marks.size(); i++) {
            int marked = marks.at(i);
            if (view.contains(vertex, marked) && !(isCut && marked == start)) {
                tally(marked);
            }
        }
    }

    private void tally(int vertex) {
        int mark = marks.of(vertex);
        for (int bits = mark & COMPANIONS; bits != 0; bits &= bits - 1) {
            inCommon[Integer.numberOfTrailingZeros(bits)]++;
        }
        int rank = (mark >>> RANK_SHIFT) - 1;
        if (rank < 0) {
            return;
        }
        if (shares[rank] == 0) {
            weigh(vertex, rank);
        }
        mutualCount++;
        allocation += shares[rank];
        closeness += squares[rank];
    }

    private void weigh(int vertex, int rank) {
        double share = 1.0 / Math.max(2, view.degree(vertex));
        shares[rank] = Math.round(share / UNIT);
        squares[rank] = Math.round(share * share / UNIT);
    }
}
