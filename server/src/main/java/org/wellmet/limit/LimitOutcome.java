package org.wellmet.limit;

import java.time.Instant;

/// Whether a limit leaves room for one more.
public sealed interface LimitOutcome {
    /// There was room, and one is taken.
    record Allowed() implements LimitOutcome {}

    /// There is none before `retryAt`; nothing was taken.
    record Exhausted(Instant retryAt) implements LimitOutcome {}
}
