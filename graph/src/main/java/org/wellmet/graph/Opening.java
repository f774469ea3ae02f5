package org.wellmet.graph;

/// What became of opening a snapshot file. Every case but [Opened] means: build the graph from the records.
public sealed interface Opening {
    /// The graph as it was saved; what the log has after its [SocialGraph#position] is still to be applied.
    record Opened(SocialGraph graph) implements Opening {}

    /// There is no such file.
    record Missing() implements Opening {}

    /// The file is not a whole snapshot of a format known here: torn, changed, someone else's, or made of
    /// other records.
    record Unusable(String reason) implements Opening {}
}
