package org.wellmet.connection;

import java.util.Arrays;
import java.util.Optional;
import org.wellmet.web.Text;

/// Whose invitations a member takes, from the most open to the least.
public enum Gate {
    /// Everyone's.
    ANYONE,
    /// Those of members with checked common ground, or a mutual connection that they may know of.
    COMMON_GROUND,
    /// Those of members whom a mutual connection introduced.
    INTRODUCED,
    /// Nobody's.
    CLOSED;

    /// The gate of that name, as forms and JSON write it.
    public static Optional<Gate> parse(String name) {
        return Arrays.stream(values()).filter(gate -> gate.name().equals(name)).findFirst();
    }

    /// Said to the member who chooses.
    public Text label() {
        return switch (this) {
            case ANYONE -> Text.of("Anyone");
            case COMMON_GROUND -> Text.of("People with common ground");
            case INTRODUCED -> Text.of("People who are introduced to me");
            case CLOSED -> Text.of("Nobody");
        };
    }
}
