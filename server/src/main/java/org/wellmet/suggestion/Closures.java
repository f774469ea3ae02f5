package org.wellmet.suggestion;

import java.util.Collection;
import java.util.Map;

/// Tells what connections to somebody would do to the circles of a viewer. Asked for a few at a time, best first,
/// since it costs more than a score and most prospects never get a seat.
@FunctionalInterface
public interface Closures {
    /// What the viewer and somebody have in common, and what a connection between the two would do.
    ///
    /// @param mutualCount all mutual connections that the viewer may know of
    record Closure(int mutualCount, Effect effect) {}

    /// The closure with each of these prospects, by key. Who is missing is not there any more.
    Map<Long, Closure> of(Collection<Long> keys);
}
