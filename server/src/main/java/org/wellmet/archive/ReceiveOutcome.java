package org.wellmet.archive;

import java.time.Instant;
import org.wellmet.web.Text;

/// What became of an upload. Every case but [Received] leaves everything as it was.
public sealed interface ReceiveOutcome {
    /// It was read and waits for its owner.
    record Received() implements ReceiveOutcome {}

    /// It was not taken in, and this is why.
    record Refused(Text why) implements ReceiveOutcome {}

    /// Others' archives are being read; it is to be sent again.
    record Busy() implements ReceiveOutcome {}

    /// Too many uploads in too short a time.
    record TooOften(Instant retryAt) implements ReceiveOutcome {}
}
