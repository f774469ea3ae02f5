package org.wellmet.archive;

/// What became of a take-over. Only [Taken] changes anything.
public sealed interface TakeOverOutcome {
    /// So many things joined the profile, and so many contacts stand in the list, or -1 where they were not ticked.
    record Taken(int profileCount, int noRoom, int contactCount) implements TakeOverOutcome {}

    /// Nothing was ticked; what was read still waits.
    record NothingTicked() implements TakeOverOutcome {}

    /// The upload that was shown waits no longer: it expired, or another one took its place.
    record Gone() implements TakeOverOutcome {}
}
