package org.wellmet.graph;

import java.util.List;

/// A way from one member to another along edges, both ends included.
public record GraphPath(List<Long> keys) {
    public GraphPath {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a path holds at least one member");
        }
    }

    /// The number of edges.
    public int length() {
        return keys.size() - 1;
    }
}
