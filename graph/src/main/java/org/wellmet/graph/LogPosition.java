package org.wellmet.graph;

/// A place in the log of changes: everything up to and including it has been applied.
///
/// The order is that of the log's readers, by transaction first: `(xid, seq)`.
public record LogPosition(long xid, long seq) implements Comparable<LogPosition> {
    /// Before the first change.
    public static final LogPosition START = new LogPosition(0, 0);

    @Override
    public int compareTo(LogPosition other) {
        int byTransaction = Long.compare(xid, other.xid);
        return byTransaction != 0 ? byTransaction : Long.compare(seq, other.seq);
    }

    /// The later of the two.
    public LogPosition or(LogPosition other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
