package org.wellmet.graph;

/// Takes one list of connections after the other.
@FunctionalInterface
public interface ListReader {
    /// Takes the list of one member.
    ///
    /// @param count how many connections the member has
    /// @param first the first of them, ascending by key; the reader's own
    void read(long key, int count, long[] first);
}
