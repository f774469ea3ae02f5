package org.wellmet.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a list of terms is about.
public enum Kind {
    /// Cities of more than 15,000 people; the id is GeoNames' number.
    CITY,
    /// Occupations and the titles that people hold in them; the id is the O*NET-SOC code.
    OCCUPATION,
    /// Universities; the id is the web domain.
    SCHOOL,
    /// Technologies, tools and fields; the id begins with `topic:` or `tool:`.
    SKILL,
    /// Languages people speak; the id is the ISO 639-1 code.
    LANGUAGE;

    /// The kind as it stands in addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word in an address.
    public static Optional<Kind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
