package org.wellmet.profile;

/// What became of several items that were to join one section.
public sealed interface AddItemsOutcome {
    /// Those that were not there yet are there; perhaps none was missing.
    record Added(int count) implements AddItemsOutcome {}

    /// The list would be longer than it may be: none was added.
    record Full(int limit) implements AddItemsOutcome {}
}
