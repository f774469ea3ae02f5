package org.wellmet.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wellmet.web.Text;

/// A language that the member speaks. The name's id is its ISO 639-1 code.
public record SpokenLanguage(Term name, Fluency fluency) implements Item {
    /// The longest name.
    public static final int MAX_LENGTH = 60;

    /// How well.
    public enum Fluency {
        NOT_SAID,
        ELEMENTARY,
        LIMITED,
        WORKING,
        FULL,
        NATIVE;

        /// Whether the member said anything about it.
        public boolean isSaid() {
            return this != NOT_SAID;
        }

        /// The fluency as forms send it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The fluency that a form sent.
        public static Optional<Fluency> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        /// What members call it.
        public Text label() {
            return switch (this) {
                case NOT_SAID -> Text.of("Not said");
                case ELEMENTARY -> Text.of("Elementary");
                case LIMITED -> Text.of("Limited working proficiency");
                case WORKING -> Text.of("Professional working proficiency");
                case FULL -> Text.of("Full professional proficiency");
                case NATIVE -> Text.of("Native or bilingual");
            };
        }
    }

    /// A language has a name.
    public SpokenLanguage {
        Item.requireSaid(name.text());
        Item.requireAtMost(MAX_LENGTH, name.text());
    }

    /// What members read.
    public LanguageName label() {
        return new LanguageName(name.text());
    }

    @Override
    public Section section() {
        return Section.LANGUAGES;
    }

    @Override
    public List<String> sameness() {
        return List.of("language", name.id().orElseGet(name::sameness));
    }

    @Override
    public int mostPerMember() {
        return 40;
    }
}
