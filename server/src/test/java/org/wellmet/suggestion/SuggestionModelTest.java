package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.text.NumberFormat;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.web.Language;

/// The formula, worked by hand.
class SuggestionModelTest {
    private final SuggestionModel model = new SuggestionModel(10);

    @ParameterizedTest
    @CsvSource({"0, 0.25", "1, 0.4345", "5, 0.8683", "10, 1", "20, 0.8018", "100, 0.2509"})
    void theBridgePeaksAtTenMutualConnectionsAboveItsFloor(double mutual, double bridge) {
        assertThat(model.bridge(mutual)).isCloseTo(bridge, within(0.0001));
    }

    @Test
    void theOperatorMovesThePeak() {
        assertThat(new SuggestionModel(4).bridge(4)).isEqualTo(1);
        assertThat(new SuggestionModel(4).bridge(10)).isLessThan(model.bridge(10));
        assertThatThrownBy(() -> new SuggestionModel(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SuggestionModel(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "5, 30, 1",
        "6, 0, 0.5",
        "21, 0, 0.25",
        "0, 31, 0.5",
        "0, 181, 0.25",
        "25, 300, 0.25",
        "0, 366, 0"
    })
    void theBuriedAndTheQuietAreSpared(int waiting, int days, double availability) {
        assertThat(SuggestionModel.availability(waiting, days)).isEqualTo(availability);
    }

    @Test
    void theScoreIsTheProductOfTheFactorsThatTheLensLooksAt() {
        Prospect prospect = new Prospect(1, 10, 0.16, new Likeness(0.5, 0.25, 0.5), 0.5);
        // 0.16 × 1 × 0.5
        assertThat(model.score(prospect, Lens.BALANCED)).isCloseTo(0.08, within(1e-9));
        // √0.16 × √1 × (0.2 + 0.8 × 0.25) × 0.5
        assertThat(model.score(prospect, Lens.OPPORTUNITY)).isCloseTo(0.08, within(1e-9));
        // √0.16 × √1 × (0.05 + 0.95 × 0.5) × 0.5
        assertThat(model.score(prospect, Lens.NEAR_ME)).isCloseTo(0.105, within(1e-9));
        // √0.16 × (0.1 + 0.9 × 0.5) × 0.5
        assertThat(model.score(prospect, Lens.LIKE_MINDED)).isCloseTo(0.11, within(1e-9));
    }

    /// Whoever takes the printed figures and multiplies them comes to the printed score, in both languages.
    @ParameterizedTest
    @EnumSource
    void whatIsPrintedMultipliesToWhatIsPrinted(Lens lens) throws ParseException {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 500; round++) {
            Likeness likeness = new Likeness(random.nextDouble(), random.nextDouble(), random.nextDouble());
            Prospect prospect =
                    new Prospect(1, 40 * random.nextDouble(), Math.pow(10, -4 * random.nextDouble()), likeness, 0.5);
            for (Language language : Language.values()) {
                FormulaNumbers numbers = new FormulaNumbers(language);
                NumberFormat reader = NumberFormat.getNumberInstance(Locale.forLanguageTag(language.code()));
                double product = 1;
                for (Term term : model.terms(prospect, lens)) {
                    double power = reader.parse(numbers.of(term.power())).doubleValue();
                    double value = reader.parse(numbers.of(term.value())).doubleValue();
                    double exponent = reader.parse(numbers.of(term.exponent())).doubleValue();
                    assertThat(Math.pow(value, exponent)).isCloseTo(power, withinPercentage(0.51));
                    product *= power;
                }
                assertThat(numbers.of(product)).isEqualTo(numbers.of(model.score(prospect, lens)));
            }
        }
    }

    @Test
    void frenchNumbersHaveACommaAndEnglishOnesAPoint() {
        assertThat(new FormulaNumbers(Language.FRENCH).of(0.12345)).isEqualTo("0,123");
        assertThat(new FormulaNumbers(Language.ENGLISH).of(0.12345)).isEqualTo("0.123");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_123})
    void aScoreLiesWithinOneAndGrowsWithEachFactor(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            double damped = 40 * random.nextDouble();
            double relevance = random.nextDouble();
            double share = random.nextDouble();
            double more = Math.min(1, share + 0.1);
            Lens lens = Lens.values()[random.nextInt(Lens.values().length)];
            double score = model.score(prospect(damped, relevance, new Likeness(share, share, share)), lens);
            assertThat(score).isBetween(0.0, 1.0);
            for (Prospect better : List.of(
                    prospect(damped, Math.min(1, relevance + 0.1), new Likeness(share, share, share)),
                    prospect(damped, relevance, new Likeness(more, share, share)),
                    prospect(damped, relevance, new Likeness(share, more, share)),
                    prospect(damped, relevance, new Likeness(share, share, more)))) {
                assertThat(model.score(better, lens)).isGreaterThanOrEqualTo(score);
            }
        }
    }

    private static Prospect prospect(double damped, double relevance, Likeness likeness) {
        return new Prospect(1, damped, relevance, likeness, 1);
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> prospect(-1, 0, Likeness.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> prospect(1, 1.1, Likeness.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> prospect(1, Double.NaN, Likeness.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Likeness(0, 0, -0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
