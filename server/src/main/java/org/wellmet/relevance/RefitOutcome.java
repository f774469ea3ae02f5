package org.wellmet.relevance;

/// What became of a wish to fit the weights anew. Every case but [Fitted] leaves them as they are.
public sealed interface RefitOutcome {
    /// A new version is in force.
    record Fitted(long version, int answers) implements RefitOutcome {}

    /// Too few invitations have been answered to learn from.
    record TooFew(int answers, int needed) implements RefitOutcome {}
}
