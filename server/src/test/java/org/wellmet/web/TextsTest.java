package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text that a page, a mail or a refusal can say has its French one, and no French one is left over.
class TextsTest {
    private static final String LITERAL = "\"((?:[^\"\\\\\\n]|\\\\.)*)\"";
    private static final String TEXT = LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*";
    private static final Pattern SAID = Pattern.compile("\\b(?:say|Text\\s*\\.of)\\(\\s*(" + TEXT + ")");
    private static final Pattern COUNTED =
            Pattern.compile("\\bcount\\((?:[^;\"]|" + LITERAL + "\\s*\\))*?,\\s*(" + TEXT + "),\\s*(" + TEXT + ")");
    private static final Pattern ONE_LITERAL = Pattern.compile(LITERAL);
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    private final Map<String, String> french = new Sentences().french();

    @Test
    void everyTextIsFrenchToo() {
        Map<String, Path> missing = new TreeMap<>(said());
        missing.keySet().removeAll(french.keySet());

        assertThat(missing).as("texts without a French one in fr/*.json").isEmpty();
    }

    @Test
    void noFrenchTextIsLeftOver() {
        Set<String> unused = new TreeSet<>(french.keySet());
        unused.removeAll(said().keySet());

        assertThat(unused).as("French texts that nothing says").isEmpty();
    }

    @Test
    void aFrenchTextHasTheSameHoles() {
        assertThat(french)
                .allSatisfy(
                        (english, text) -> assertThat(holes(text)).as(english).isEqualTo(holes(english)));
    }

    @Test
    void noFrenchTextBreaksBeforeAMarkNorForgetsTheSpace() {
        assertThat(french.values())
                .noneMatch(text -> Pattern.compile(" [:;!?»]|« ").matcher(text).find())
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{L}[!?;»]|«\\p{L}|[\\p{L}}]:(?= |$)"));
        assertThat(Sentences.set("Qui ? « Ada » : oui !")).isEqualTo("Qui\u202f? «\u00a0Ada\u00a0»\u00a0: oui\u202f!");
    }

    @Test
    void theSearchFindsTextsHoweverTheyAreWritten() {
        assertThat(found("""
                        frame.say("one") Text.of(
                            "two" + " halves", name) frame.count(list.size(), "{0} tie", "{0} ties") say(text)
                        frame.count(counts.get("x"), "a", "b") Text.of("with \\"quotes\\"") frame
                            .say("three")
                        """))
                .containsExactlyInAnyOrder(
                        "one", "two halves", "{0} tie", "{0} ties", "a", "b", "with \"quotes\"", "three");
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Path> said() {
        Map<String, Path> said = new TreeMap<>();
        for (String root : List.of("src/main/jte", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> found(read(file)).forEach(text -> said.put(text, file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return said;
    }

    private static Set<String> found(String source) {
        Set<String> texts = new TreeSet<>();
        for (Matcher said = SAID.matcher(source); said.find(); ) {
            texts.add(joined(said.group(1)));
        }
        for (Matcher counted = COUNTED.matcher(source); counted.find(); ) {
            for (int group = 1; group <= counted.groupCount(); group++) {
                String text = counted.group(group);
                if (text != null && text.startsWith("\"")) {
                    texts.add(joined(text));
                }
            }
        }
        return texts;
    }

    private static String joined(String literals) {
        return ONE_LITERAL
                .matcher(literals)
                .results()
                .map(literal -> literal.group(1).translateEscapes())
                .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
