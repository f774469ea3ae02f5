package org.wellmet.relevance;

/// Some values of traits, to be looked for in short marks of cards: sixteen bits for each value that a card shows to
/// all members, so that whoever shows none of them is passed over without a look at the card.
///
/// *No holder is missed*, and one in hundreds of the others is taken for one: the card decides.
///
/// Confined to one judging.
final class Digest {
    /// The marks of one card take so many numbers, four marks each.
    static final int SIZE = 4;

    private static final int MARK_BITS = 16;
    private static final int IN_ONE = Long.SIZE / MARK_BITS;
    private static final int MOST_MARKS = SIZE * IN_ONE;
    private static final int MARK = (1 << MARK_BITS) - 1;
    /// Where a card shows more than has room. No mark at all is 0.
    private static final int MORE = MARK;

    private static final int SPREAD = 0x9E37_79B9; // 2^32 divided by the golden ratio (Knuth, 6.4)

    /// A bit for each mark.
    private final long[] sought = new long[(MARK + 1) / Long.SIZE];

    Digest() {
        sought[MORE / Long.SIZE] |= 1L << MORE;
    }

    void add(int kind, int value) {
        int mark = mark(kind, value);
        sought[mark / Long.SIZE] |= 1L << mark;
    }

    /// From 1 to the one below [#MORE].
    private static int mark(int kind, int value) {
        int spread = ((value * SPREAD + kind) * SPREAD) >>> (Integer.SIZE - MARK_BITS);
        return Math.clamp(spread, 1, MORE - 1);
    }

    /// Whether any of the marks of a card, which begin there, is of a value that was added.
    boolean meets(long[] marks, int from) {
        long met = 0;
        for (int i = from; i < from + SIZE; i++) {
            long four = marks[i];
            met |= bit((int) (four & MARK));
            met |= bit((int) ((four >>> MARK_BITS) & MARK));
            met |= bit((int) ((four >>> (2 * MARK_BITS)) & MARK));
            met |= bit((int) (four >>> (3 * MARK_BITS)));
        }
        return met != 0;
    }

    private long bit(int mark) {
        return (sought[mark >>> 6] >>> mark) & 1;
    }

    /// Writes the marks of a card.
    static void write(TraitCard card, long[] marks, int from) {
        int[] words = card.words();
        int at = TraitCard.firstValue(words);
        int count = 0;
        for (int i = from; i < from + SIZE; i++) {
            marks[i] = 0;
        }
        for (int kind = 0; kind < words[0]; kind++) {
            int end = at + TraitCard.valueCount(words, kind);
            for (; at < end && TraitCard.isShown(words, kind); at++) {
                int mark = count < MOST_MARKS ? mark(kind, words[at]) : MORE;
                int place = Math.min(count, MOST_MARKS - 1);
                int shift = place % IN_ONE * MARK_BITS;
                marks[from + place / IN_ONE] &= ~((long) MARK << shift);
                marks[from + place / IN_ONE] |= (long) mark << shift;
                count++;
            }
            at = end;
        }
    }
}
