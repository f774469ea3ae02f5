package org.wellmet.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();

    private static Stream<String> values(Kind kind, String typed) {
        return VOCABULARY.suggest(kind, typed, 8).stream().map(Suggestion::value);
    }

    @Test
    void theLargestCityOfThatNameComesFirst() {
        assertThat(values(Kind.CITY, "halifax"))
                .startsWith("Halifax, Nova Scotia, Canada", "Halifax, England, United Kingdom");
        assertThat(values(Kind.CITY, "paris")).first().isEqualTo("Paris, France");
        assertThat(values(Kind.CITY, "york")).contains("New York City, New York, United States");
    }

    @Test
    void accentsAndTheCasesOfLettersDoNotMatter() {
        assertThat(values(Kind.CITY, "montre")).first().isEqualTo("Montréal, Quebec, Canada");
        assertThat(values(Kind.CITY, "MÜNCHEN")).first().isEqualTo("Munich, Germany");
        assertThat(values(Kind.CITY, "tromso")).first().isEqualTo("Tromsø, Norway");
    }

    @Test
    void countriesAndLanguagesAreNamedInTheViewersLanguage() {
        assertThat(VOCABULARY
                        .suggest(Kind.CITY, "londres", 1, Locale.FRENCH)
                        .getFirst()
                        .detail())
                .isEqualTo("England, Royaume-Uni");
        assertThat(VOCABULARY
                        .suggest(Kind.LANGUAGE, "alle", 1, Locale.FRENCH)
                        .getFirst()
                        .label())
                .isEqualTo("Allemand");
        assertThat(VOCABULARY.suggest(Kind.LANGUAGE, "deu", 1).getFirst().label())
                .isEqualTo("German");
    }

    @Test
    void titlesKeepTheirOccupationsCode() {
        Suggestion engineer =
                VOCABULARY.suggest(Kind.OCCUPATION, "software eng", 8).getFirst();
        assertThat(engineer)
                .isEqualTo(
                        new Suggestion("15-1252.00", "Software Engineer", "Software Developers", "Software Engineer"));
        assertThat(values(Kind.OCCUPATION, "cto")).contains("CTO");
    }

    @Test
    void skillsAreFoundByTheirOtherNamesAndWithTheirSigns() {
        assertThat(values(Kind.SKILL, "k8s")).first().isEqualTo("Kubernetes");
        assertThat(values(Kind.SKILL, "c++")).first().isEqualTo("C++");
        assertThat(values(Kind.SKILL, "node.js")).anyMatch(value -> value.startsWith("Node.js"));
        assertThat(values(Kind.SCHOOL, "dalhous")).first().isEqualTo("Dalhousie University");
    }

    @Test
    void aFreeTextKeepsAnIdOnlyWhereItIsClear() {
        assertThat(VOCABULARY.idOf(Kind.SKILL, "kubernetes", "")).hasValue("topic:kubernetes");
        assertThat(VOCABULARY.idOf(Kind.CITY, "Halifax", "")).isEmpty();
        assertThat(VOCABULARY.idOf(Kind.CITY, "Halifax", "6324729")).hasValue("6324729");
        assertThat(VOCABULARY.idOf(Kind.CITY, "Halifax, Nova Scotia, Canada", ""))
                .hasValue("6324729");
        assertThat(VOCABULARY.idOf(Kind.CITY, "Oslo", "6324729")).isEqualTo(VOCABULARY.idOf(Kind.CITY, "Oslo", ""));
        assertThat(VOCABULARY.idOf(Kind.CITY, "Where the ferry lands", "no such id"))
                .isEmpty();
    }

    @Test
    void placesKnowHowFarApartTheyAre() {
        Place halifax = VOCABULARY.place("6324729").orElseThrow();
        Place montreal = VOCABULARY.place("6077243").orElseThrow();
        assertThat(halifax.kilometresTo(montreal)).isBetween(780.0, 800.0);
        assertThat(halifax.kilometresTo(halifax)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void questionsAreBoundedWhateverIsAsked(Kind kind) {
        assertThat(VOCABULARY.suggest(kind, "a", Integer.MAX_VALUE)).hasSizeLessThanOrEqualTo(20);
        for (String typed : List.of("", " ", "\u0000", "\t\n", "%", "a".repeat(100_000), "\ud800", "<script>")) {
            assertThat(VOCABULARY.suggest(kind, typed, 8)).hasSizeLessThanOrEqualTo(8);
        }
        assertThat(VOCABULARY.suggest(kind, "a", -1)).isEmpty();
    }

    @Test
    void allListsTogetherStayWithinTheirMemory() {
        for (Kind kind : Kind.values()) {
            VOCABULARY.suggest(kind, "a", 1);
        }
        System.out.println("vocabulary: " + VOCABULARY.heapBytes() + " bytes on the heap");
        assertThat(VOCABULARY.heapBytes()).isLessThan(10_000_000);
    }

    /// The reference looks at every name of every row, too slow for a server and too simple to be wrong.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 20_261_122})
    void findsWhatLookingAtEveryNameFinds(long seed) {
        Random random = new Random(seed);
        List<String> names = random.ints(300, 0, 1 << 12)
                .mapToObj(bits -> Integer.toString(bits, 4)
                        .replace('0', 'a')
                        .replace('1', 'b')
                        .replace('2', ' ')
                        .replace('3', 'é'))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        String lines = IntStream.range(0, names.size())
                .mapToObj(row -> row + "\t\t\t" + names.get(row) + "\n")
                .reduce("", String::concat);
        TermIndex index = new TermIndex(lines.getBytes(StandardCharsets.UTF_8), TermIndex.Order.AS_LISTED);

        for (String typed : List.of("a", "b", "e", "ab", "ba", "a b", "éa", "bb a", "aaaa", "ebe")) {
            String wanted = Folding.fold(typed);
            List<Integer> expected = IntStream.range(0, names.size())
                    .filter(row -> rank(Folding.fold(names.get(row)), wanted) < 3)
                    .boxed()
                    .sorted((a, b) ->
                            rank(Folding.fold(names.get(a)), wanted) - rank(Folding.fold(names.get(b)), wanted))
                    .limit(5)
                    .toList();
            assertThat(index.find(typed, 5).stream().map(TermIndex.Hit::row))
                    .as(typed)
                    .containsExactlyElementsOf(expected);
        }
    }

    private static int rank(String name, String wanted) {
        if (name.equals(wanted)) {
            return 0;
        }
        if (name.startsWith(wanted)) {
            return 1;
        }
        return (" " + name).contains(" " + wanted) ? 2 : 3;
    }
}
