package org.wellmet.suggestion;

import java.util.Collection;
import java.util.Map;

/// Tells what connections to somebody would do to the circles of a viewer. Asked for a few at a time, best first,
/// since it costs more than a score and most prospects never get a seat.
@FunctionalInterface
public interface Effects {
    /// The effect of each of these prospects, by key. Who is missing is not there any more.
    Map<Long, Effect> of(Collection<Long> keys);
}
