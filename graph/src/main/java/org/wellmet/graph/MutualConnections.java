package org.wellmet.graph;

import java.util.List;

/// Who is connected to both of two members: how many, and the first of them by key.
public record MutualConnections(LogPosition asOf, int count, List<Long> first) {
    public MutualConnections {
        first = List.copyOf(first);
        if (count < first.size()) {
            throw new IllegalArgumentException(
                    "expected at least " + first.size() + " mutual connections, got " + count);
        }
    }
}
