package org.wellmet.graph;

/// Who may see the connections of a member. The stricter of the two ends decides for each edge.
public enum ListAudience {
    /// Everyone. What a member has who said nothing.
    EVERYONE,
    /// The member's connections.
    CONNECTIONS,
    /// The member alone.
    NOBODY
}
