package org.wellmet.visibility;

/// Who may see something, chosen by the member it belongs to. Each includes those before it.
public enum Audience {
    /// Its owner alone.
    ME,
    /// The owner's connections.
    CONNECTIONS,
    /// And the connections of these.
    SECOND,
    /// Every signed-in member.
    MEMBERS,
    /// Everyone, signed in or not.
    PUBLIC;

    /// Whether a viewer who stands so to the owner belongs to this audience.
    public boolean admits(Standing standing) {
        return switch (standing) {
            case SELF -> true;
            case CONNECTION -> this != ME;
            case SECOND -> compareTo(SECOND) >= 0;
            case MEMBER -> compareTo(MEMBERS) >= 0;
            case PUBLIC -> this == PUBLIC;
            case NONE -> false;
        };
    }
}
