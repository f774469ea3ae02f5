package org.wellmet.changelog;

import java.util.Comparator;

/// A place in the change log: the transaction that wrote, and the row's number within all.
public record Position(long xid, long seq) implements Comparable<Position> {
    /// Before the first change there ever was.
    public static final Position START = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::xid).thenComparingLong(Position::seq);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
