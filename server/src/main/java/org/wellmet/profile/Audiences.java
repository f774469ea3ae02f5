package org.wellmet.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wellmet.visibility.Audience;

/// The audiences that a section may have.
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
}
