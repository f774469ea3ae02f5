package org.wellmet.connection;

/// What became of a message on an invitation. Every case but [Said] leaves the database untouched.
public sealed interface SayOutcome {
    /// It stands on the invitation.
    record Said() implements SayOutcome {}

    /// The author has written twice without an answer, and it is the other's turn.
    record NotTheirTurn() implements SayOutcome {}

    /// The author has written as often as one may before the invitation is decided.
    record EnoughSaid() implements SayOutcome {}

    /// The invitation waits no more, as far as the author is told.
    record Over() implements SayOutcome {}

    /// There is no such invitation of or to this member.
    record Absent() implements SayOutcome {}
}
