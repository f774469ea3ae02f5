package org.wellmet.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages of ISO 639-1, named in English, in French and in themselves, as the JDK's locale tables have them.
final class Languages {
    /// Native to more than about 50 million people each (or spoken in the interface): they come first.
    private static final List<String> WIDESPREAD = List.of(
            "en", "fr", "es", "zh", "de", "pt", "ar", "hi", "ru", "ja", "bn", "it", "nl", "tr", "ko", "vi", "pl", "uk",
            "ur", "fa", "ta", "te", "mr", "pa", "gu", "id", "sw", "ha");

    // Former codes that the JDK still lists beside the current ones.
    private static final Set<String> FORMER = Set.of("in", "iw", "ji", "sh", "mo");

    private Languages() {}

    /// The list in the form that [TermIndex] reads.
    static byte[] lines() {
        return Stream.of(Locale.getISOLanguages())
                .filter(code -> code.length() == 2 && !FORMER.contains(code))
                .sorted(Comparator.comparingInt(Languages::place).thenComparing(code -> code))
                .map(code -> code + "\t\t\t"
                        + Stream.of(Locale.ENGLISH, Locale.FRENCH, Locale.of(code))
                                .map(locale -> name(code, locale))
                                .distinct()
                                .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The language's name, with a capital as a list wants it.
    static String name(String code, Locale locale) {
        String name = Locale.of(code).getDisplayLanguage(locale);
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(locale) + name.substring(first);
    }

    private static int place(String code) {
        int index = WIDESPREAD.indexOf(code);
        return index < 0 ? WIDESPREAD.size() : index;
    }
}
