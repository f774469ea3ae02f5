package org.wellmet.relevance;

/// Numbers some values of traits, to be looked for among thousands of others, of whom hardly any is one of them.
///
/// Confined to one judging.
final class ValueNumbers {
    private static final int ROOM = 64;
    private static final int NONE = -1;
    private static final int SPREAD = 0x9E37_79B9; // 2^32 divided by the golden ratio (Knuth, 6.4)
    private static final int BIT_SHIFT = 26;

    private final KeyOrdinals ordinals = new KeyOrdinals(ROOM);
    /// A bit for each value that was added; few others have one of these.
    private long bits;

    /// The number of a value, a new one where it has none.
    int add(int kind, int value) {
        bits |= 1L << bit(kind, value);
        return ordinals.add(code(kind, value));
    }

    /// The number of a value, negative where it has none.
    int of(int kind, int value) {
        return (bits >>> bit(kind, value) & 1) == 0 ? NONE : ordinals.of(code(kind, value));
    }

    private static int bit(int kind, int value) {
        return (value * SPREAD ^ kind * SPREAD) >>> BIT_SHIFT;
    }

    private static long code(int kind, int value) {
        return (long) kind << 32 | value;
    }

    int size() {
        return ordinals.size();
    }
}
