package org.wellmet.archive;

import java.time.Instant;
import java.util.List;

/// What was read from an upload and waits for its owner to say what is taken over.
///
/// `id` tells one upload from the next, so that ticks set before one are never applied to another.
/// `leftAlone` are titles of files that were recognised and are not read here, such as messages.
public record Waiting(long id, Kind kind, Resume resume, int contactCount, List<String> leftAlone, Instant expiresAt) {
    /// Where it came from.
    public enum Kind {
        LINKEDIN,
        JSON_RESUME
    }

    public Waiting {
        leftAlone = List.copyOf(leftAlone);
    }
}
