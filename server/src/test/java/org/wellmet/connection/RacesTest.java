package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Racing verbs on one pair never leave what must not coexist.
class RacesTest extends PairRaces {
    private static final int TIMES = 1_000;

    @Test
    void acceptAgainstBlockNeverLeavesBoth() {
        List<Pair> pairs = race(TIMES, acceptAgainstBlock());

        assertThat(pairs).noneMatch(pair -> isBlocked(pair) && isConnected(pair));
        assertThat(pairs).as("the block wins in the end").allMatch(this::isBlocked);
        assertThat(refusals()).as("nothing was left for the schema to stop").isEmpty();
    }

    @Test
    void crossingInvitationsAlwaysConnectOnce() {
        List<Pair> pairs = race(TIMES, crossingInvitations());

        assertThat(pairs).allMatch(this::isConnected);
        assertThat(pairs).allMatch(pair -> changeCount(Connections.MADE, pair.one(), pair.other()) == 1);
        assertThat(refusals()).as("nothing was left for the schema to stop").isEmpty();
    }
}
