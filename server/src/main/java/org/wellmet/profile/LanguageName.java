package org.wellmet.profile;

import java.util.Locale;
import org.wellmet.vocabulary.Languages;
import org.wellmet.web.Language;
import org.wellmet.web.Translated;

/// What a member calls a language, said in the reader's; as typed where it is no name that the vocabulary knows.
public record LanguageName(String text) implements Translated {
    @Override
    public String in(Language reader) {
        return Languages.named(text, Locale.of(reader.code()));
    }

    /// As [#in], with a capital as a list wants it.
    public String listedIn(Language reader) {
        return Languages.listed(text, Locale.of(reader.code()));
    }

    @Override
    public String toString() {
        return text;
    }
}
