package org.wellmet.graph;

/// Takes one list of connections after the other.
@FunctionalInterface
public interface ListReader {
    /// Takes the list of one member.
    ///
    /// @param count how many connections the member has
    /// @param some as many of them as were asked for, always the same of one version; ascending, the reader's own
    void read(long key, int count, long[] some);
}
