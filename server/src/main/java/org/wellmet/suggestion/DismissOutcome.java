package org.wellmet.suggestion;

/// What became of a wish to dismiss somebody. Every case but [Dismissed] leaves the database untouched.
public sealed interface DismissOutcome {
    /// They are suggested no more, for a year.
    record Dismissed() implements DismissOutcome {}

    /// The two are connected: nobody suggests a connection.
    record Connected() implements DismissOutcome {}

    /// The member has invited them, and they are not suggested meanwhile.
    record Invited() implements DismissOutcome {}
}
