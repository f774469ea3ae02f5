package org.wellmet.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The separation of one member to each of a batch, in the order of the question.
public record Separations(LogPosition asOf, Map<Long, Separation> byKey) {
    public Separations {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    }

    /// The separation to one of the members asked for; out of network for any other.
    public Separation to(long key) {
        return byKey.getOrDefault(key, Separation.OUT_OF_NETWORK);
    }
}
