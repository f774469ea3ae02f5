package org.wellmet.relevance;

/// A trait of the viewer and one of another member that go together.
///
/// @param holders how many members show the other's trait to all members, at least 1
/// @param rarity `ln(N / holders)`
/// @param thisMonth the present month, counted from year 0
public record Match(Trait mine, Trait theirs, int holders, double rarity, int thisMonth) {
    private static final int RARE = 3;
    private static final double RARE_SHARE = 0.02;

    /// How many months both lasted at the same time, 0 where that is not known.
    public int monthsTogether() {
        return mine.from() == 0 || theirs.from() == 0 ? 0 : Math.max(0, lastMonth() - firstMonth() + 1);
    }

    /// The first month of the two together.
    public int firstMonth() {
        return Math.max(mine.from(), theirs.from());
    }

    /// The last month of the two together, the present one while it goes on.
    public int lastMonth() {
        return Math.min(thisMonth, Math.min(mine.to(), theirs.to()));
    }

    /// Whether few share it: three members, or one in fifty.
    public boolean isRare() {
        return holders <= RARE || rarity >= -Math.log(RARE_SHARE);
    }
}
