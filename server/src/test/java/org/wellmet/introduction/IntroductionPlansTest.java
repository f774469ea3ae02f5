package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.ServerTest;

/// A tally is counted in an index, without a look at the rows of a table of many, and what waits without the past. The
/// rows are taken back.
class IntroductionPlansTest extends ServerTest {
    private static final int MEMBERS = 20_000;

    @Test
    void aTallyIsCountedInItsIndexAlone() {
        Map<Role, String> plans = takenBack(() -> {
            seed();
            Map<Role, String> found = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                found.put(role, plan(IntroductionListStore.tally(role)));
            }
            return found;
        });
        assertThat(plans.get(Role.ASKER)).contains("Index Only Scan using introduction_asker_idx");
        assertThat(plans.get(Role.CONNECTOR)).contains("Index Only Scan using introduction_connector_idx");
        assertThat(plans.get(Role.TARGET)).contains("Index Only Scan using introduction_target_idx");
        assertThat(plans.values())
                .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan", "Scan on introduction"));
    }

    /// One of many past introductions: what waits is found without them.
    @Test
    void whatWaitsIsFoundInTheIndexesOfWhatWaits() {
        List<String> plans = takenBack(() -> {
            seed();
            return List.of(
                    waitingPlan(IntroductionListStore.WAITING_FOR), waitingPlan(IntroductionListStore.WHO_WAITS_FOR));
        });
        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan)
                        .contains("introduction_asked_idx", "introduction_forwarded_idx")
                        .doesNotContain(
                                "Seq Scan", "introduction_connector_idx", "introduction_target_idx", "_id_idx"));
    }

    /// Everybody asks four, through others. Pages are said to be visible to all, which VACUUM would find: it
    /// cannot run in a transaction.
    private void seed() {
        for (String statement : List.of(
                "SET LOCAL session_replication_role = replica", // no members behind these
                """
                INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, words,
                                          asked_at, expires_at, forwarded_at, ended_at)
                SELECT 900000000 + n, 900000000 + n + m, 900000000 + n + 2 * m, 'ACCEPTED', repeat('x', 200),
                       repeat('x', 200), repeat('x', 200), now(), now() + interval '14 days', now(), now()
                  FROM generate_series(1, %d) AS n, generate_series(1, 4) AS m
                """.formatted(MEMBERS),
                "ANALYZE introduction",
                "UPDATE pg_class SET relallvisible = relpages WHERE oid = 'introduction'::regclass")) {
            sql.sql(statement).update();
        }
    }

    private String plan(String statement) {
        return explained(sql.sql("EXPLAIN " + statement));
    }

    private String waitingPlan(String statement) {
        return explained(sql.sql("EXPLAIN " + statement)
                .param("now", IntroductionRow.utc(Instant.EPOCH))
                .param("before", Long.MAX_VALUE)
                .param("limit", IntroductionViews.MOST_COUNTED_WAITING));
    }

    private static String explained(JdbcClient.StatementSpec statement) {
        return String.join(
                "\n",
                statement.param("member", 900_000_077L).query(String.class).list());
    }
}
