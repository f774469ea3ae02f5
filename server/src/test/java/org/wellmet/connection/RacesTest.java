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
        assertThat(madeCounts(pairs)).hasSize(TIMES).containsOnly(1L);
        assertThat(refusals()).as("nothing was left for the schema to stop").isEmpty();
    }

    /// How often each of those that were connected was told of, with one look at the change log.
    private List<Long> madeCounts(List<Pair> pairs) {
        return sql.sql("""
                        SELECT count(*) FROM change
                         WHERE kind = :made AND member_id = ANY(:ones::bigint[] || :others::bigint[])
                         GROUP BY least(member_id, other_id), greatest(member_id, other_id)
                        """)
                .param("made", Connections.MADE)
                .param("ones", ones(pairs))
                .param("others", others(pairs))
                .query(Long.class)
                .list();
    }
}
