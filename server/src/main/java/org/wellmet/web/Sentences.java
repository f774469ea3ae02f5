package org.wellmet.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every text in French, by its English sentence, from `fr/*.json`. Immutable.
@Component
final class Sentences {
    private static final TypeReference<Map<String, String>> FLAT = new TypeReference<>() {};

    private static final String VOWELS = "aàâäæeéèêëiîïoôöœuùûü";
    private static final Pattern ELIDED = Pattern.compile("(?<!\\p{L})(?:[Dd]|[Qq]u)e $");

    private static final Pattern WIDE = Pattern.compile(" ([:»])");
    private static final Pattern HIGH = Pattern.compile(" ([;!?])");

    private final Map<String, String> french;

    Sentences() {
        this(read());
    }

    private Sentences(Map<String, String> french) {
        this.french = Map.copyOf(french);
    }

    /// The sentence in this language, with its `{0}` filled in; the English one where the French is missing.
    String say(Language language, String english, List<String> arguments) {
        String sentence = language == Language.FRENCH ? french.getOrDefault(english, english) : english;
        return arguments.isEmpty() ? sentence : filled(language, sentence, arguments);
    }

    Map<String, String> french() {
        return french;
    }

    private static String filled(Language language, String sentence, List<String> arguments) {
        StringBuilder said = new StringBuilder(sentence.length() + 32);
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int index = open + 2 < sentence.length() && sentence.charAt(open + 2) == '}'
                    ? Character.digit(sentence.charAt(open + 1), 10)
                    : -1;
            said.append(sentence, from, open);
            if (index >= 0 && index < arguments.size()) {
                elide(language, said, arguments.get(index));
                said.append(arguments.get(index));
                from = open + 3;
            } else {
                said.append('{');
                from = open + 1;
            }
        }
        return said.append(sentence, from, sentence.length()).toString();
    }

    /// In French "de" and "que" lose their last letter before a vowel: d’août, qu’Ada. An h is left alone, for nobody
    /// hears of a name whether its own is silent.
    private static void elide(Language language, StringBuilder said, String next) {
        boolean isElided = language == Language.FRENCH
                && !next.isEmpty()
                && VOWELS.indexOf(Character.toLowerCase(next.charAt(0))) >= 0
                && ELIDED.matcher(said).find();
        if (isElided) {
            said.setLength(said.length() - 2);
            said.append('’');
        }
    }

    private static Map<String, String> read() {
        JsonMapper json = new JsonMapper();
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:fr/*.json")) {
                try (InputStream in = file.getInputStream()) {
                    json.readValue(in, FLAT).forEach((english, text) -> put(all, english, set(text), file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the French texts cannot be read", e);
        }
        return all;
    }

    /// As French is set: no line begins with a mark, so that the space before it is one that does not break, a narrow
    /// one before those that stand high. The files hold plain spaces, which nobody can mistype.
    static String set(String text) {
        return HIGH.matcher(WIDE.matcher(text).replaceAll("\u00a0$1"))
                .replaceAll("\u202f$1")
                .replace("« ", "«\u00a0");
    }

    private static void put(Map<String, String> all, String english, String text, Resource file) {
        String other = all.putIfAbsent(english, text);
        if (other != null && !other.equals(text)) {
            throw new IllegalStateException("%s says «%s» for “%s”, another file says «%s»"
                    .formatted(file.getFilename(), text, english, other));
        }
    }
}
