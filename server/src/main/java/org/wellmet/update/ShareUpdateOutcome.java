package org.wellmet.update;

import java.time.Instant;

/// What became of a request to share an update.
public sealed interface ShareUpdateOutcome {
    /// Its audience can read it.
    record Shared(UpdateId id) implements ShareUpdateOutcome {}

    /// The member has shared much in a short time; nothing was shared.
    record TooMany(Instant retryAt) implements ShareUpdateOutcome {}
}
