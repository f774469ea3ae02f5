package org.wellmet.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages of ISO 639-1, named in English, in French and in themselves, as the JDK's locale tables have them.
public final class Languages {
    /// Native to more than about 50 million people each (or spoken in the interface): they come first.
    private static final List<String> WIDESPREAD = List.of(
            "en", "fr", "es", "zh", "de", "pt", "ar", "hi", "ru", "ja", "bn", "it", "nl", "tr", "ko", "vi", "pl", "uk",
            "ur", "fa", "ta", "te", "mr", "pa", "gu", "id", "sw", "ha");

    // Former codes that the JDK still lists beside the current ones.
    private static final Set<String> FORMER = Set.of("in", "iw", "ji", "sh", "mo");

    // Every name of every language, folded; of two languages that share a name, the more widespread.
    private static final Map<String, String> CODES = codes().flatMap(
                    code -> names(code).map(name -> Map.entry(Folding.fold(name), code)))
            .filter(entry -> !entry.getKey().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));

    private Languages() {}

    /// What the language of that name is called in `locale`, inside a sentence; the text itself where no language is
    /// called so. O(length).
    public static String named(String text, Locale locale) {
        String code = CODES.getOrDefault(Folding.fold(text), "");
        return code.isEmpty() ? text : Locale.of(code).getDisplayLanguage(locale);
    }

    /// As [#named], with a capital as a list wants it.
    public static String listed(String text, Locale locale) {
        String code = CODES.getOrDefault(Folding.fold(text), "");
        return code.isEmpty() ? text : name(code, locale);
    }

    /// The list in the form that [TermIndex] reads.
    static byte[] lines() {
        return codes().map(code -> code + "\t\t\t" + names(code).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> codes() {
        return Stream.of(Locale.getISOLanguages())
                .filter(code -> code.length() == 2 && !FORMER.contains(code))
                .sorted(Comparator.comparingInt(Languages::place).thenComparing(code -> code));
    }

    private static Stream<String> names(String code) {
        return Stream.of(Locale.ENGLISH, Locale.FRENCH, Locale.of(code))
                .map(locale -> name(code, locale))
                .distinct();
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
