package org.wellmet.relevance;

/// One kind of trait of a whole network: each member's values, ascending ordinals below `valueCount`.
///
/// Immutable by agreement: the arrays are handed over.
record TraitColumn(String name, int[][] values, int valueCount) {
    /// The members that hold each value, ascending. O(members and their values).
    int[][] holders() {
        int[] sizes = new int[valueCount];
        for (int[] own : values) {
            for (int value : own) {
                sizes[value]++;
            }
        }
        int[][] holders = new int[valueCount][];
        for (int value = 0; value < valueCount; value++) {
            holders[value] = new int[sizes[value]];
        }
        int[] filled = new int[valueCount];
        for (int member = 0; member < values.length; member++) {
            for (int value : values[member]) {
                holders[value][filled[value]++] = member;
            }
        }
        return holders;
    }
}
