package org.wellmet.update;

/// What became of a request to delete an update or a comment.
public sealed interface DeleteOutcome {
    /// It is gone with everything that hung on it.
    record Deleted() implements DeleteOutcome {}

    /// It is not there, or not this member's to see or to delete; never told apart. Nothing was changed.
    record Absent() implements DeleteOutcome {}
}
