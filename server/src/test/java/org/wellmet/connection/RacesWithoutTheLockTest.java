package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// The control: the same races on a database of its own, whose pair lock does nothing and whose triggers are off. If it
/// found nothing, [RacesTest] would prove nothing.
@TestPropertySource(properties = "wellmet.test=without-the-pair-lock")
class RacesWithoutTheLockTest extends LifeRaces {
    private static final int TIMES = 350;
    private static final int MOST_ROUNDS = 8;

    @BeforeEach
    void takeTheLockAway() {
        for (String statement : List.of(
                "CREATE OR REPLACE FUNCTION pair_lock(a bigint, b bigint) RETURNS void LANGUAGE plpgsql AS 'BEGIN END'",
                "ALTER TABLE connection DISABLE TRIGGER connection_needs_no_block",
                "ALTER TABLE block DISABLE TRIGGER block_needs_no_connection",
                "ALTER TABLE invitation DISABLE TRIGGER invitation_needs_no_block")) {
            sql.sql(statement).update();
        }
    }

    @Test
    void acceptAgainstBlockLeavesBothNowAndThen() {
        assertThat(isFound(acceptAgainstBlock(), pair -> isBlocked(pair) && isConnected(pair)))
                .isTrue();
    }

    @Test
    void crossingInvitationsMissEachOtherNowAndThen() {
        assertThat(isFound(crossingInvitations(), pair -> !isConnected(pair))).isTrue();
    }

    @Test
    void someOrderOfTwoVerbsLeavesAForbiddenState() {
        List<Duel> duels =
                List.of(duel(Verb.ACCEPT, Verb.BLOCK), duel(Verb.INVITE, Verb.WITHDRAW), duel(Verb.BLOCK, Verb.INVITE));
        boolean isFound = false;
        for (int round = 0; round < MOST_ROUNDS && !isFound; round++) {
            isFound = duels.stream()
                    .anyMatch(duel -> !forbidden(race(TIMES, duel)).isEmpty());
        }
        assertThat(isFound).isTrue();
    }

    /// How often chance strikes depends on the machine, so several rounds are run until it has.
    private boolean isFound(Duel duel, Predicate<Pair> fault) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (race(TIMES, duel).stream().anyMatch(fault)) {
                return true;
            }
        }
        return false;
    }
}
