package org.wellmet.graph;

/// Which key has which ordinal, for every version at once.
///
/// 1. *Append-only*: an ordinal, once given to a key, is never given to another, nor is the key given another.
/// 2. *Later is empty*: whoever knows of `count` vertices takes a slot that holds an ordinal of `count` or above
///    for an empty one. It was empty when that version was current, since entries are only ever added to empty
///    slots.
///
/// So one table serves all versions, each with its own count. One writer adds; entries become visible to readers
/// by the publication of the version that counts them. 8 bytes a key and 8 to 16 bytes of slots.
final class Ordinals {
    static final int NONE = -1;

    private final long[] keys;
    private final int[] slots; // ordinal + 1, so that 0 is empty

    Ordinals(int capacity) {
        this(new long[capacity]);
    }

    private Ordinals(long[] keys) {
        this.keys = keys;
        this.slots = new int[Integer.highestOneBit(Math.clamp(keys.length, 16, 1 << 29) - 1) << 2];
    }

    /// The table of these keys, the ordinals in their order.
    static Ordinals of(long[] keys, int count) {
        Ordinals table = new Ordinals(keys);
        for (int ordinal = 0; ordinal < count; ordinal++) {
            table.enter(ordinal);
        }
        return table;
    }

    /// The ordinal of a key, or [#NONE]. O(1).
    int find(long key, int count) {
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
        int mask = slots.length - 1;
        int slot = home(keys[ordinal]);
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = ordinal + 1;
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: consecutive keys land far apart
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    /// Bytes of memory held.
    long byteSize() {
        return 8L * keys.length + 4L * slots.length;
    }
}
