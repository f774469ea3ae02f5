package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void theScoreIsTheProductThatIsPrinted() {
        Prospect prospect = new Prospect(1, 10, 0.16, 0.5, 0.5);
        // 0.16 × 1 × 0.5
        assertThat(model.score(prospect, Lens.BALANCED)).isCloseTo(0.08, within(1e-9));
        // √0.16 × 1 × 0.5
        assertThat(model.score(prospect, Lens.OPPORTUNITY)).isCloseTo(0.2, within(1e-9));
        // √0.16 × √1 × (0.05 + 0.95 × 0.5) × 0.5
        assertThat(model.score(prospect, Lens.NEAR_ME)).isCloseTo(0.105, within(1e-9));
        // 0.16 × 1^0.25 × 0.5
        assertThat(model.score(prospect, Lens.LIKE_MINDED)).isCloseTo(0.08, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_123})
    void aScoreLiesWithinOneAndGrowsWithEachFactor(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            double damped = 40 * random.nextDouble();
            double relevance = random.nextDouble();
            double nearness = random.nextDouble();
            Lens lens = Lens.values()[random.nextInt(Lens.values().length)];
            double score = model.score(prospect(damped, relevance, nearness), lens);
            assertThat(score).isBetween(0.0, 1.0);
            assertThat(model.score(prospect(damped, Math.min(1, relevance + 0.1), nearness), lens))
                    .isGreaterThanOrEqualTo(score);
            assertThat(model.score(prospect(damped, relevance, Math.min(1, nearness + 0.1)), lens))
                    .isGreaterThanOrEqualTo(score);
        }
    }

    private static Prospect prospect(double damped, double relevance, double nearness) {
        return new Prospect(1, damped, relevance, nearness, 1);
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> prospect(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> prospect(1, 1.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> prospect(1, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
