package org.wellmet.graph;

/// Which key has which ordinal, for every version at once.
///
/// Keys that lie close together, as those of a sequence do, are in a *window*: an ordinal for each key from the
/// least on, without looking for it. All others are in a hash table with open addressing. Which keys the window
/// spans is decided when the table is made.
///
/// 1. *Append-only*: an ordinal, once given to a key, is never given to another, nor is the key given another.
/// 2. *Later is empty*: whoever knows of `count` vertices takes a slot that holds an ordinal of `count` or above
///    for an empty one. It was empty when that version was current, since entries are only ever added to empty
///    slots.
///
/// So one table serves all versions, each with its own count. One writer adds; entries become visible to readers
/// by the publication of the version that counts them. 8 bytes a key, and 4 to 16 bytes of window or slots.
final class Ordinals {
    static final int NONE = -1;

    /// A window spans at most so many keys for each that it holds: no more memory than the hash table would take.
    private static final int MAX_SPREAD = 3;

    private final long[] keys;
    private final long low; // the first key of the window
    private final int[] window; // ordinal + 1 by key, so that 0 is empty
    private final int[] slots; // ordinal + 1

    Ordinals(int capacity) {
        this(new long[capacity], 0);
    }

    private Ordinals(long[] keys, int count) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int ordinal = 0; ordinal < count; ordinal++) {
            least = Math.min(least, keys[ordinal]);
            greatest = Math.max(greatest, keys[ordinal]);
        }
        long span = greatest - least; // one less than the keys spanned; negative when there are none, or too many
        boolean isDense = count > 0 && span >= 0 && span / MAX_SPREAD < count && greatest < Long.MAX_VALUE / 2;
        this.keys = keys;
        this.low = isDense ? least : 0;
        this.window = new int[isDense ? (int) Math.min(span + 1 + span / 8, Integer.MAX_VALUE - 8) : 0];
        int inSlots = isDense ? keys.length - count : keys.length;
        this.slots = new int[Integer.highestOneBit(Math.clamp(inSlots, 16, 1 << 29) - 1) << 2];
        for (int ordinal = 0; ordinal < count; ordinal++) {
            enter(ordinal);
        }
    }

    /// The table of these keys, the ordinals in their order.
    static Ordinals of(long[] keys, int count) {
        return new Ordinals(keys, count);
    }

    /// The ordinal of a key, or [#NONE]. O(1).
    int find(long key, int count) {
        if (isInWindow(key)) {
            int ordinal = window[(int) (key - low)] - 1;
            return ordinal < count ? ordinal : NONE; // "later is empty"
        }
        int mask = slots.length - 1;
        for (int slot = home(key); ; slot = (slot + 1) & mask) {
            int ordinal = slots[slot] - 1;
            if (ordinal < 0 || ordinal >= count) {
                return NONE; // "later is empty"
            }
            if (keys[ordinal] == key) {
                return ordinal;
            }
        }
    }

    private boolean isInWindow(long key) {
        return Long.compareUnsigned(key - low, window.length) < 0;
    }

    long key(int ordinal) {
        return keys[ordinal];
    }

    /// The table in which `key` has the ordinal `count`: this one, or a wider copy. The writer only. O(1) in the
    /// mean.
    Ordinals with(long key, int count) {
        Ordinals roomy = count < keys.length ? this : of(wider(), count);
        roomy.keys[count] = key;
        roomy.enter(count);
        return roomy;
    }

    private long[] wider() {
        long[] more = new long[Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, keys.length * 3L / 2 + 16))];
        System.arraycopy(keys, 0, more, 0, keys.length);
        return more;
    }

    private void enter(int ordinal) {
        long key = keys[ordinal];
        if (isInWindow(key)) {
            window[(int) (key - low)] = ordinal + 1;
            return;
        }
        int mask = slots.length - 1;
        int slot = home(key);
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = ordinal + 1;
    }

    /// Takes back the ordinals from `count` on that no version counts, the last first: each then leaves the table as
    /// it was before it came, and no search meets a slot that stayed. The writer only. O(the room left).
    void forget(int count) {
        for (int ordinal = keys.length - 1; ordinal >= count; ordinal--) {
            leave(ordinal);
        }
    }

    /// Undoes [#enter], where the ordinal was entered at all.
    private void leave(int ordinal) {
        long key = keys[ordinal];
        if (isInWindow(key)) {
            if (window[(int) (key - low)] == ordinal + 1) {
                window[(int) (key - low)] = 0;
            }
            return;
        }
        int mask = slots.length - 1;
        int slot = home(key);
        while (slots[slot] != 0 && slots[slot] != ordinal + 1) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = 0;
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: consecutive keys land far apart
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    /// Bytes of memory held.
    long byteSize() {
        return 8L * keys.length + 4L * window.length + 4L * slots.length;
    }
}
