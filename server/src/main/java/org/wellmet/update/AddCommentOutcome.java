package org.wellmet.update;

import java.time.Instant;

/// What became of a request to comment.
public sealed interface AddCommentOutcome {
    /// Everybody who may see the update and the commenter reads it.
    record Added(long commentId) implements AddCommentOutcome {}

    /// The update is not there, or not this member's to see. Nothing was changed.
    record Absent() implements AddCommentOutcome {}

    /// The member has commented much in a short time; nothing was changed.
    record TooMany(Instant retryAt) implements AddCommentOutcome {}
}
