package org.wellmet.profile;

/// What became of an item that was to join a profile. Every case but [Added] leaves the profile as it was.
public sealed interface AddItemOutcome {
    /// It is there.
    record Added(long id) implements AddItemOutcome {}

    /// The profile says the same already.
    record AlreadyThere(long id) implements AddItemOutcome {}

    /// The list is as long as it may be.
    record Full(int limit) implements AddItemOutcome {}
}
