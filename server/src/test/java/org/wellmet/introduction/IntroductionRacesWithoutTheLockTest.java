package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// The control: the same races on a database of its own, whose pair lock does nothing and whose triggers are off. If it
/// found nothing, [IntroductionRacesTest] would prove nothing.
@TestPropertySource(properties = "wellmet.test=introductions-without-the-pair-lock")
class IntroductionRacesWithoutTheLockTest extends IntroductionRaces {
    private static final int TIMES = 150;
    private static final int MOST_ROUNDS = 10;

    @BeforeEach
    void takeTheLockAway() {
        for (String statement : List.of(
                "CREATE OR REPLACE FUNCTION pair_lock(a bigint, b bigint) RETURNS void LANGUAGE plpgsql AS 'BEGIN END'",
                "ALTER TABLE connection DISABLE TRIGGER connection_needs_no_block",
                "ALTER TABLE block DISABLE TRIGGER block_needs_no_connection",
                "ALTER TABLE introduction DISABLE TRIGGER introduction_needs_no_block")) {
            sql.sql(statement).update();
        }
    }

    @Test
    void acceptAgainstBlockLeavesBothNowAndThen() {
        assertThat(isFound(IntroductionStatus.FORWARDED, "accept", "target blocks asker"))
                .isTrue();
    }

    @Test
    void askAgainstARemovedConnectionLeavesOneThatIsNotWholeNowAndThen() {
        assertThat(isFound(IntroductionStatus.LAPSED, "ask", "connector leaves asker"))
                .isTrue();
    }

    /// How often chance strikes depends on the machine, so several rounds are run until it has.
    private boolean isFound(IntroductionStatus from, String left, String right) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (race(TIMES, from, left, right).stream()
                    .anyMatch(race -> !faults(race).isEmpty())) {
                return true;
            }
        }
        return false;
    }
}
