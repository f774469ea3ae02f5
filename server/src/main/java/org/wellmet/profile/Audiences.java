package org.wellmet.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wellmet.visibility.Audience;
import org.wellmet.web.Text;

/// The audiences that a section may have, and what members call them.
public final class Audiences {
    /// From few to many.
    public static final List<Audience> OFFERED =
            List.of(Audience.ME, Audience.CONNECTIONS, Audience.MEMBERS, Audience.PUBLIC);

    private Audiences() {}

    /// As forms send it.
    public static String word(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Audience> of(String word) {
        return OFFERED.stream().filter(audience -> word(audience).equals(word)).findFirst();
    }

    /// What members call it.
    public static Text label(Audience audience) {
        return switch (audience) {
            case ME -> Text.of("Only you");
            case CONNECTIONS -> Text.of("Your connections");
            case SECOND -> Text.of("Your connections and theirs");
            case MEMBERS -> Text.of("Members");
            case PUBLIC -> Text.of("Everyone");
        };
    }
}
