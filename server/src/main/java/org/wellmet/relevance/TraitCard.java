package org.wellmet.relevance;

import java.util.Arrays;
import java.util.List;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;

/// What one member says, by kind of trait, packed: thousands are read for one slate, and to follow references to each
/// part of each would cost more than all the rest.
///
/// `words` holds the number of kinds; for each kind a head with the audience and two counts; then the values of all
/// kinds; then the stays of all kinds, three words for each.
///
/// Immutable by agreement: the arrays are handed over.
///
/// @param labels for each stay: how the member spells it
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, compared by nobody
record TraitCard(int[] words, String[] labels) {
    /// Words of a stay: its value, and the months between which it lasted.
    static final int STAY = 3;

    /// Says nothing of any kind.
    static final TraitCard EMPTY = new TraitCard(new int[1], new String[0]);

    private static final List<Audience> AUDIENCES = List.of(Audience.values());
    private static final int HEADS = 1;
    /// The sign of a head.
    private static final int SHOWN = 1 << 31;

    private static final int AUDIENCE_SHIFT = 28;
    private static final int AUDIENCE = 7;
    private static final int STAYS_SHIFT = 14;
    /// The most that is said of one kind.
    static final int MOST = (1 << STAYS_SHIFT) - 1;

    /// What the member says of one kind.
    ///
    /// @param values ascending, each once
    /// @param stays for each of what was said: its value, and the months between which it lasted
    /// @param labels for each of what was said: how the member spells it
    record Part(Audience audience, int[] values, int[] stays, String[] labels) {
        static final Part NOTHING = new Part(Audience.ME, new int[0], new int[0], new String[0]);
    }

    /// Of what is said of each kind.
    static TraitCard of(List<Part> parts) {
        int size = HEADS + parts.size();
        int labelCount = 0;
        for (Part part : parts) {
            int most = Math.max(part.values().length, part.labels().length);
            if (most > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " of a kind, got " + most);
            }
            size += part.values().length + part.stays().length;
            labelCount += part.labels().length;
        }
        int[] words = new int[size];
        String[] labels = new String[labelCount];
        words[0] = parts.size();
        int at = HEADS + parts.size();
        for (int kind = 0; kind < parts.size(); kind++) {
            Part part = parts.get(kind);
            words[HEADS + kind] = (part.audience().compareTo(Audience.MEMBERS) >= 0 ? SHOWN : 0)
                    | AUDIENCES.indexOf(part.audience()) << AUDIENCE_SHIFT
                    | part.labels().length << STAYS_SHIFT
                    | part.values().length;
            at = append(part.values(), words, at);
        }
        int label = 0;
        for (Part part : parts) {
            at = append(part.stays(), words, at);
            System.arraycopy(part.labels(), 0, labels, label, part.labels().length);
            label += part.labels().length;
        }
        return new TraitCard(words, labels);
    }

    private static int append(int[] some, int[] words, int at) {
        System.arraycopy(some, 0, words, at, some.length);
        return at + some.length;
    }

    // ---- reading words, of thousands of whom no more is asked

    /// Where the values of the first kind begin; those of the other kinds follow.
    static int firstValue(int[] words) {
        return HEADS + words[0];
    }

    static int valueCount(int[] words, int kind) {
        return words[HEADS + kind] & MOST;
    }

    /// Whether somebody who stands so may see what is said of the kind.
    static boolean isSeenBy(Standing standing, int[] words, int kind) {
        return kind < words[0] && audience(words, kind).admits(standing);
    }

    /// Whether all members may see what is said of a kind that the words tell of.
    static boolean isShown(int[] words, int kind) {
        return words[HEADS + kind] < 0;
    }

    private static Audience audience(int[] words, int kind) {
        return AUDIENCES.get(words[HEADS + kind] >>> AUDIENCE_SHIFT & AUDIENCE);
    }

    /// Where the values of a kind begin.
    static int firstValue(int[] words, int kind) {
        int first = firstValue(words);
        for (int before = 0; before < kind; before++) {
            first += valueCount(words, before);
        }
        return first;
    }

    /// The values of a kind, ascending, each once; a copy.
    static int[] values(int[] words, int kind) {
        int first = firstValue(words, kind);
        return Arrays.copyOfRange(words, first, first + valueCount(words, kind));
    }

    // ---- reading a card

    private int kindCount() {
        return words[0];
    }

    /// The values of a kind, ascending, each once; a copy.
    int[] values(int kind) {
        return kind < kindCount() ? values(words, kind) : Part.NOTHING.values();
    }

    private int stayCount(int kind) {
        return words[HEADS + kind] >>> STAYS_SHIFT & MOST;
    }

    /// The number of the first stay of a kind among all.
    int firstStay(int kind) {
        int first = 0;
        for (int before = 0; before < kind; before++) {
            first += stayCount(before);
        }
        return first;
    }

    /// The number of the stay behind the last of a kind among all.
    int endOfStays(int kind) {
        return firstStay(kind) + stayCount(kind);
    }

    /// Where the three words of a stay begin.
    int wordOf(int stay) {
        return words.length - STAY * (labels.length - stay);
    }

    /// What is said of a kind; a copy.
    Part part(int kind) {
        if (kind >= kindCount()) {
            return Part.NOTHING;
        }
        int first = firstStay(kind);
        int end = endOfStays(kind);
        return new Part(
                audience(words, kind),
                values(words, kind),
                Arrays.copyOfRange(words, wordOf(first), wordOf(end)),
                Arrays.copyOfRange(labels, first, end));
    }
}
