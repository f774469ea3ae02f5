package org.wellmet.visibility;

import org.wellmet.web.Text;

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

    /// What members call it, wherever it is chosen or shown.
    public Text label() {
        return switch (this) {
            case ME -> Text.of("Only me");
            case CONNECTIONS -> Text.of("Connections");
            case SECOND -> Text.of("2nd degree");
            case MEMBERS -> Text.of("Members");
            case PUBLIC -> Text.of("Public");
        };
    }

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
