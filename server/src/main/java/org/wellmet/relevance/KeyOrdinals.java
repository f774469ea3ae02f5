package org.wellmet.relevance;

import java.util.Arrays;

/// Dense ordinals for long keys, in the order in which they came: a table with open addressing, as thousands of keys
/// are looked up for one slate.
///
/// Confined to one judging.
final class KeyOrdinals {
    private static final int NOBODY = -1;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L; // 2^64 divided by the golden ratio (Knuth, 6.4)

    private static final int USUAL_ROOM = 1024;

    private long[] keys;
    private int size;
    /// Of each place the ordinal that stands there, plus one; a power of two and at most half full.
    private int[] places;

    KeyOrdinals() {
        this(USUAL_ROOM);
    }

    /// With room for some keys, which grows.
    ///
    /// @param room a power of two
    KeyOrdinals(int room) {
        keys = new long[room];
        places = new int[2 * room];
    }

    /// The ordinal of a key, a new one where it has none. O(1) in the mean.
    int add(long key) {
        int place = place(key);
        if (places[place] > 0) {
            return places[place] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            rehash();
            place = place(key);
        }
        keys[size] = key;
        places[place] = ++size;
        return size - 1;
    }

    /// The ordinal of a key, negative where it has none.
    int of(long key) {
        int ordinal = places[place(key)];
        return ordinal == 0 ? NOBODY : ordinal - 1;
    }

    long key(int ordinal) {
        return keys[ordinal];
    }

    /// All keys, in the order of their ordinals.
    long[] keys() {
        return Arrays.copyOf(keys, size);
    }

    int size() {
        return size;
    }

    /// Where the key stands, or the empty place where it would.
    private int place(long key) {
        int mask = places.length - 1;
        int place = (int) ((key * SPREAD) >>> 32) & mask;
        while (places[place] > 0 && keys[places[place] - 1] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void rehash() {
        places = new int[2 * keys.length];
        for (int ordinal = 0; ordinal < size; ordinal++) {
            places[place(keys[ordinal])] = ordinal + 1;
        }
    }
}
