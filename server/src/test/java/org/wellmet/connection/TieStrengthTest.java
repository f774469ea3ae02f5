package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TieStrengthTest {
    @Test
    void isTheWeightedMeanOfWhatIsKnown() {
        // By hand: 5 / (5 + 5) = 1/2, 12 / (12 + 4) = 3/4, 6 / (6 + 2) = 3/4.
        // (3 x 1/2 + 2 x 3/4 + 1 x 3/4) / 6 = 3.75 / 6 = 0.625.
        assertThat(new TieStrength(5, OptionalInt.of(12), OptionalDouble.of(6)).value())
                .isEqualTo(0.625, within(1e-12));
        // Of mutual connections alone: 15 / 20 = 0.75.
        assertThat(TieStrength.ofMutuals(15).value()).isEqualTo(0.75, within(1e-12));
        // A tie without any sign: 0, whatever is known of it.
        assertThat(TieStrength.ofMutuals(0).value()).isZero();
        assertThat(new TieStrength(0, OptionalInt.of(0), OptionalDouble.of(0)).value())
                .isZero();
    }

    @Test
    void whoStandsBetweenTwoNeedsBothTies() {
        TieStrength strong = TieStrength.ofMutuals(45); // 0.9
        TieStrength middling = TieStrength.ofMutuals(5); // 0.5
        TieStrength none = TieStrength.ofMutuals(0);

        assertThat(middling.through(middling)).isEqualTo(0.5, within(1e-12));
        assertThat(strong.through(none)).isZero();
        assertThat(strong.through(middling)).isEqualTo(Math.sqrt(0.45), within(1e-12));
        assertThat(strong.through(middling)).isEqualTo(middling.through(strong), within(1e-12));
    }

    @Test
    void growsWithEverySignAndNeverReachesOne() {
        for (int more = 0; more < 1_000; more++) {
            assertThat(strength(more + 1, 1, 1)).isGreaterThan(strength(more, 1, 1));
            assertThat(strength(1, more + 1, 1)).isGreaterThan(strength(1, more, 1));
            assertThat(strength(1, 1, more + 1)).isGreaterThan(strength(1, 1, more));
        }
        assertThat(strength(Integer.MAX_VALUE, Integer.MAX_VALUE, 1e9)).isLessThan(1.0);
    }

    @Test
    void refusesWhatIsNoCountAndNoLength() {
        assertThatThrownBy(() -> strength(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> strength(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> strength(0, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double strength(int mutuals, int touches, double years) {
        return new TieStrength(mutuals, OptionalInt.of(touches), OptionalDouble.of(years)).value();
    }
}
