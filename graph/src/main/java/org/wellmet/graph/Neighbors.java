package org.wellmet.graph;

import java.util.List;

/// The connections of a member: how many, and the first of them by key.
public record Neighbors(LogPosition asOf, int count, List<Long> first) {
    public Neighbors {
        first = List.copyOf(first);
    }
}
