package org.wellmet.introduction;

/// The part that a member has in an introduction.
public enum Role {
    /// Wishes to be introduced.
    ASKER,
    /// Is connected to both and asked to introduce them.
    CONNECTOR,
    /// Whom the asker wishes to meet.
    TARGET
}
