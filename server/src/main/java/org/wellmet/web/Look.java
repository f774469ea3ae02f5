package org.wellmet.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/// How one viewer has the pages: language, theme, time zone.
public record Look(Language language, Theme theme, ZoneId zone) {
    /// The zone called so, if there is one.
    public static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// One word for a cookie, for instance `fr.dark.America/Halifax`.
    String written() {
        return language.code() + "." + theme.code() + "." + zone.getId();
    }

    static Optional<Look> read(String written) {
        String[] parts = written.split("\\.", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Optional<Language> language = Language.of(parts[0]);
        Optional<Theme> theme = Theme.of(parts[1]);
        Optional<ZoneId> zone = zone(parts[2]);
        return language.isPresent() && theme.isPresent() && zone.isPresent()
                ? Optional.of(new Look(language.get(), theme.get(), zone.get()))
                : Optional.empty();
    }
}
