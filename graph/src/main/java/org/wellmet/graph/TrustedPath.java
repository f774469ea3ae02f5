package org.wellmet.graph;

import java.util.Optional;

/// The heaviest of the shortest paths, and its weight: the sum over its edges, from the end. Among equals the
/// first in the order of keys. Empty when none is short enough, or, when not complete, when the question was
/// given up.
public record TrustedPath(LogPosition asOf, Optional<GraphPath> path, double weight, boolean isComplete) {}
