package org.wellmet.visibility;

/// How a viewer stands to a member, the nearest that holds.
public enum Standing {
    /// The viewer is the member.
    SELF,
    /// The two are connected.
    CONNECTION,
    /// A connection of a connection.
    SECOND,
    /// Another member.
    MEMBER,
    /// Not signed in, and the member has a public page.
    PUBLIC,
    /// Nothing to see: blocked, not taking part, not public, or not there. Never told apart.
    NONE
}
