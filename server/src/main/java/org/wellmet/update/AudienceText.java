package org.wellmet.update;

import org.wellmet.visibility.Audience;
import org.wellmet.web.Text;

/// Audiences of updates, in words.
public final class AudienceText {
    private AudienceText() {}

    /// What stands in the choice and beside an update.
    public static Text of(Audience audience) {
        return switch (audience) {
            case ME -> Text.of("Only me");
            case CONNECTIONS -> Text.of("Connections");
            case SECOND -> Text.of("2nd degree");
            case MEMBERS -> Text.of("Members");
            case PUBLIC -> Text.of("Public");
        };
    }
}
