package org.wellmet.changelog;

import java.util.List;

/// Something computed from the tables that follows the change log: the graph, the search index.
///
/// Rules, held by the twin test of each projection:
///
/// 1. [#rebuild] reads everything it needs in the transaction that is open (one snapshot).
/// 2. [#apply] is idempotent: after a rebuild it may see changes again that the rebuild already contained.
/// 3. Followed equals rebuilt: after any sequence of changes both ways lead to the same answers.
///
/// Called by one thread only, the tail's.
public interface Projection {
    /// What the operator reads in logs and metrics.
    String name();

    /// Throws away what is there and reads the tables. One that kept what it had in a file may start from that and
    /// the [ChangeHistory] since, where both are whole.
    void rebuild();

    /// Follows these changes, in order. At most [ChangeTail#BATCH] at a time.
    void apply(List<Change> changes);
}
