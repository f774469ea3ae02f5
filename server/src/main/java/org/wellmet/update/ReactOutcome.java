package org.wellmet.update;

import java.time.Instant;

/// What became of a request to call an update useful, or no longer so.
public sealed interface ReactOutcome {
    /// It is as asked, whether or not it was so before.
    record Done() implements ReactOutcome {}

    /// The update is not there, or not this member's to see. Nothing was changed.
    record Absent() implements ReactOutcome {}

    /// The member has reacted much in a short time; nothing was changed.
    record TooMany(Instant retryAt) implements ReactOutcome {}
}
