package org.wellmet.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language that the pages speak.
public enum Language {
    /// The language of the keys.
    ENGLISH("en", "English", Locale.CANADA),
    /// Every text has its French one; a test holds that.
    FRENCH("fr", "Français", Locale.FRANCE);

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// As in `<html lang>`.
    public String code() {
        return code;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }

    /// The language with this code, if we speak it.
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// The best match for an `Accept-Language` header; English when nothing matches or the header is not one.
    public static Language accepted(String header) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            for (Locale.LanguageRange range : ranges) {
                Optional<Language> match = of(range.getRange().split("-", 2)[0]);
                if (match.isPresent() && range.getWeight() > 0) {
                    return match.get();
                }
            }
            return ENGLISH;
        } catch (IllegalArgumentException _) { // not a header that a browser sends
            return ENGLISH;
        }
    }
}
