package org.wellmet.connection;

/// What became of a wish to lift a block. Every case but [Lifted] leaves the database untouched.
public sealed interface UnblockOutcome {
    /// It is lifted; a block that the other side laid stands on.
    record Lifted() implements UnblockOutcome {}

    /// The member had not blocked them.
    record NotBlocked() implements UnblockOutcome {}
}
