package org.wellmet.bench;

import java.util.List;

/// An engine that is asked the same questions about the same network.
interface Rival extends AutoCloseable {
    String name();

    /// The length of a shortest path of at most [#MAX_DISTANCE] edges, or -1.
    int distance(long from, long to);

    int mutualCount(long keyA, long keyB);

    /// One to three, or four for anything else, for each.
    List<Integer> separations(long from, List<Long> keys);

    @Override
    void close();

    /// Beyond this a recursive query takes minutes.
    int MAX_DISTANCE = 4;
}
