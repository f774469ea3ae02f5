package org.wellmet.connection;

/// What became of a wish to block. Every case but [Blocked] leaves the database untouched.
public sealed interface BlockOutcome {
    /// The two are separated.
    record Blocked() implements BlockOutcome {}

    /// The member had blocked them before.
    record AlreadyBlocked() implements BlockOutcome {}

    /// There is nobody whom this member may see: absent, suspended, or behind the other's block. Never told apart.
    record Absent() implements BlockOutcome {}
}
