package org.wellmet.graph;

import java.util.List;

/// Shortest paths between two members, in ascending order of the keys along them. Empty when none is short
/// enough.
///
/// All have the same length. `isComplete` says that there are no more of them than these.
public record ShortestPaths(LogPosition asOf, List<GraphPath> paths, boolean isComplete) {
    public ShortestPaths {
        paths = List.copyOf(paths);
    }
}
