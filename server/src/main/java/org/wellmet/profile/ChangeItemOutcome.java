package org.wellmet.profile;

/// What became of a changed item. Every case but [Changed] leaves the profile as it was.
public sealed interface ChangeItemOutcome {
    /// It is saved.
    record Changed() implements ChangeItemOutcome {}

    /// Another item says the same.
    record AlreadyThere(long id) implements ChangeItemOutcome {}

    /// The member has no such item.
    record NotThere() implements ChangeItemOutcome {}
}
