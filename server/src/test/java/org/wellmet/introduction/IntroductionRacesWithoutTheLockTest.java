package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.wellmet.Races;

/// The control: the same races on a database of its own, whose pair lock does nothing and whose triggers are off. If it
/// found nothing, [IntroductionRacesTest] would prove nothing.
@TestPropertySource(properties = "wellmet.test=introductions-without-the-pair-lock")
class IntroductionRacesWithoutTheLockTest extends IntroductionRaces {
    private static final int TIMES = 150;
    private static final int MOST_ROUNDS = 10;

    @BeforeEach
    void takeTheLockAway() {
        Races.takeTheLockAway(sql);
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
            if (!faults(race(TIMES, from, left, right)).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
