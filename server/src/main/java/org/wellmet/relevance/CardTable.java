package org.wellmet.relevance;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Cards by the member's key: pages of consecutive keys, so that a card is found by one look and not searched. Keys
/// come from a sequence, so nearly all of a page is in use; memory follows the greatest key. Beside each card lie its
/// marks ([Digest]).
///
/// Guarded by the [TraitIndex] it belongs to.
final class CardTable {
    private static final int PAGE_SHIFT = 10;
    private static final int PAGE = 1 << PAGE_SHIFT;
    private static final int IN_PAGE = PAGE - 1;
    /// No sequence comes so far; the table of pages takes 64 MB then.
    private static final long MOST_KEY = (1L << 34) - 1;

    private Page[] pages = new Page[0];
    private int size;

    /// The two halves of a card apart: of thousands the words alone are read.
    private static final class Page {
        static final Page NOBODY = new Page();

        final int[] @Nullable [] words = new int[PAGE][];
        final String[] @Nullable [] labels = new String[PAGE][];
        final long[] marks = new long[PAGE * Digest.SIZE];
    }

    /// Puts the card of a member in the place of a former one.
    void put(long member, TraitCard card) {
        Page page = pageToWrite(member);
        int at = (int) member & IN_PAGE;
        size += page.words[at] == null ? 1 : 0;
        page.words[at] = card.words();
        page.labels[at] = card.labels();
        Digest.write(card, page.marks, at * Digest.SIZE);
    }

    /// Takes a card away. The member must have one.
    void remove(long member) {
        Page page = pageToWrite(member);
        int at = (int) member & IN_PAGE;
        page.words[at] = null;
        page.labels[at] = null;
        Digest.write(TraitCard.EMPTY, page.marks, at * Digest.SIZE);
        size--;
    }

    private Page pageToWrite(long member) {
        if (member < 0 || member > MOST_KEY) {
            throw new IllegalArgumentException("a key must be within [0, " + MOST_KEY + "], got " + member);
        }
        int number = (int) (member >>> PAGE_SHIFT);
        if (number >= pages.length) {
            int former = pages.length;
            pages = Arrays.copyOf(pages, Math.max(number + 1, former + former / 2));
            Arrays.fill(pages, former, pages.length, Page.NOBODY);
        }
        if (pages[number] == Page.NOBODY) {
            pages[number] = new Page();
        }
        return pages[number];
    }

    private Page page(long member) {
        long number = member >>> PAGE_SHIFT;
        return number < pages.length ? pages[(int) number] : Page.NOBODY;
    }

    boolean holds(long member) {
        return page(member).words[(int) member & IN_PAGE] != null;
    }

    /// The card of a member; an empty one where there is none.
    TraitCard get(long member) {
        Page page = page(member);
        int at = (int) member & IN_PAGE;
        int @Nullable [] words = page.words[at];
        String @Nullable [] labels = page.labels[at];
        return words == null || labels == null ? TraitCard.EMPTY : new TraitCard(words, labels);
    }

    /// The [TraitCard#words] of each of these members, as of the card. All are found before the first is looked at, so
    /// that the memory of many is waited for at once.
    int[][] words(long[] members) {
        int[] @Nullable [] found = new int[members.length][];
        for (int i = 0; i < members.length; i++) {
            found[i] = page(members[i]).words[(int) members[i] & IN_PAGE];
        }
        int[][] words = new int[members.length][];
        for (int i = 0; i < members.length; i++) {
            int @Nullable [] own = found[i];
            words[i] = own == null || own[0] == 0 ? TraitCard.EMPTY.words() : own;
        }
        return words;
    }

    /// Those of the members who may show all members a value of the digest: all who do, and few others. Next to no time
    /// for each of the others.
    long[] perhapsShowing(Digest digest, long[] members) {
        long[] marks = new long[members.length * Digest.SIZE];
        for (int i = 0; i < members.length; i++) { // all are read before the first is compared, as above
            int at = ((int) members[i] & IN_PAGE) * Digest.SIZE;
            long[] from = page(members[i]).marks;
            for (int j = 0; j < Digest.SIZE; j++) {
                marks[i * Digest.SIZE + j] = from[at + j];
            }
        }
        long[] met = new long[members.length];
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            met[count] = members[i];
            count += digest.meets(marks, i * Digest.SIZE) ? 1 : 0;
        }
        return Arrays.copyOf(met, count);
    }

    void forEachKey(LongConsumer action) {
        for (int number = 0; number < pages.length; number++) {
            for (int at = 0; at < PAGE; at++) {
                if (pages[number].words[at] != null) {
                    action.accept((long) number << PAGE_SHIFT | at);
                }
            }
        }
    }

    int size() {
        return size;
    }
}
