package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every ordered pair of verbs on one pair of members, raced 200 times: no state is left that must not be.
class LifeRacesTest extends LifeRaces {
    private static final int TIMES = 200;

    @ParameterizedTest
    @EnumSource
    void noOrderOfTwoVerbsLeavesAForbiddenState(Verb left) {
        for (Verb right : Verb.values()) {
            assertThat(forbidden(race(TIMES, duel(left, right))))
                    .as(left + " against " + right)
                    .isEmpty();
            assertThat(refusals()).as(left + " against " + right).isEmpty();
        }
    }
}
