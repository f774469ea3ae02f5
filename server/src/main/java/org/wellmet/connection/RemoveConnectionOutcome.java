package org.wellmet.connection;

/// What became of a wish to end a connection. Every case but [Removed] leaves the database untouched.
public sealed interface RemoveConnectionOutcome {
    /// It is ended; the other side is not told.
    record Removed() implements RemoveConnectionOutcome {}

    /// There was none; also for members who are not there.
    record NotConnected() implements RemoveConnectionOutcome {}
}
