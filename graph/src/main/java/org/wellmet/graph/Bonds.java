package org.wellmet.graph;

import java.util.List;

/// What ties one member to each of a batch, in the order of the question.
///
/// - `degree` is the number of connections of the one from whom was asked: 0 for a newcomer who is not in
///   the graph, and for whoever is not there to be seen.
/// - `own` are the first [#MOST_OWN] of these by key, ascending.
/// - `ownDegrees` says for each of them how many connections they have, if there are no more than
///   [#MOST_COMPANIONS] and something is listed; otherwise it is empty.
///
/// The arrays are the reader's own.
@SuppressWarnings("ArrayRecordComponent") // one for a page, compared by nobody
public record Bonds(LogPosition asOf, int degree, long[] own, int[] ownDegrees, List<Bond> each) {
    /// The most connections of the one from whom was asked that are handed over: nobody knows so many well.
    public static final int MOST_OWN = 5_000;

    /// Of whoever has no more connections, each of these is compared with those asked for: of more, it
    /// would tell nothing that mutual connections do not, and cost most.
    public static final int MOST_COMPANIONS = 9;

    public Bonds {
        each = List.copyOf(each);
    }
}
