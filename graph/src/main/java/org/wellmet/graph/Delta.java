package org.wellmet.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The whole neighbor lists of the vertices that changed since the base was written: a list here stands for the
/// one there.
///
/// A table of pages of lists. A version shares all pages with the one before but those in which a list changed,
/// so that a batch costs what it touches. Lists are ascending, like those of the base.
///
/// Immutable.
final class Delta {
    static final Delta EMPTY = new Delta(new int[0][][], 0);
    static final int PAGE_SIZE = 512;

    private static final int PAGE_SHIFT = 9;

    private final int[] @Nullable [] @Nullable [] pages;
    private final long entryCount;

    private Delta(int[] @Nullable [] @Nullable [] pages, long entryCount) {
        this.pages = pages;
        this.entryCount = entryCount;
    }

    /// The list of a vertex, or null where the base has it. O(1).
    int @Nullable [] list(int vertex) {
        int page = vertex >>> PAGE_SHIFT;
        if (page >= pages.length) {
            return null;
        }
        int[] @Nullable [] lists = pages[page];
        return lists == null ? null : lists[vertex & PAGE_SIZE - 1];
    }

    /// The number of entries in all its lists, with one more for each list: what it weighs.
    long entryCount() {
        return entryCount;
    }

    Editor edit() {
        return new Editor(pages.clone(), entryCount);
    }

    /// What of this delta is not in the earlier one: the changes since that was compacted away. O(pages touched
    /// since).
    @SuppressWarnings("ReferenceEquality") // an unchanged list is the same array: it was never copied
    Delta since(Delta earlier) {
        Editor rest = EMPTY.edit();
        for (int page = 0; page < pages.length; page++) {
            int[] @Nullable [] lists = pages[page];
            if (lists == null || (page < earlier.pages.length && earlier.pages[page] == lists)) {
                continue;
            }
            for (int i = 0; i < PAGE_SIZE; i++) {
                int vertex = page << PAGE_SHIFT | i;
                int[] list = lists[i];
                if (list != null && list != earlier.list(vertex)) {
                    rest.put(vertex, list);
                }
            }
        }
        return rest.toDelta();
    }

    /// The one who makes the next delta. Confined to the writer, and to one batch.
    static final class Editor {
        private int[] @Nullable [] @Nullable [] pages;
        private boolean[] isOurs;
        private long entryCount;

        private Editor(int[] @Nullable [] @Nullable [] pages, long entryCount) {
            this.pages = pages;
            this.isOurs = new boolean[pages.length];
            this.entryCount = entryCount;
        }

        void put(int vertex, int[] list) {
            int[] @Nullable [] lists = ours(vertex >>> PAGE_SHIFT);
            int[] before = lists[vertex & PAGE_SIZE - 1];
            lists[vertex & PAGE_SIZE - 1] = list;
            entryCount += list.length - (before == null ? -1 : before.length);
        }

        private int[] @Nullable [] ours(int page) {
            if (page >= pages.length) {
                pages = Arrays.copyOf(pages, page + 1 + page / 8);
                isOurs = Arrays.copyOf(isOurs, pages.length);
            }
            int[] @Nullable [] lists = pages[page];
            if (lists == null || !isOurs[page]) {
                lists = lists == null ? new int[PAGE_SIZE][] : lists.clone();
                pages[page] = lists;
                isOurs[page] = true;
            }
            return lists;
        }

        Delta toDelta() {
            return new Delta(pages, entryCount);
        }
    }
}
