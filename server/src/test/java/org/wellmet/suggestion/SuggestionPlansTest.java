package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wellmet.ServerTest;

/// On tables of many rows every statement behind a slate can do without reading one from end to end, with the other
/// ways closed to the planner, as it takes those as long as they cost less. The rows are taken back.
class SuggestionPlansTest extends ServerTest {
    private static final int MEMBERS = 20_000;
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    @Test
    void everyStatementOfASlateWalksAnIndex() {
        List<String> statements = List.of(
                SuggestionStore.LEFT_OUT,
                SuggestionStore.CIRCUMSTANCES,
                SuggestionStore.EVER_INTRODUCED,
                SuggestionStore.DISMISSED,
                SuggestionStore.IS_DISMISSED,
                SuggestionStore.FORGET_OLD,
                SuggestionStore.RESTORE);
        List<String> plans = takenBack(() -> {
            seed();
            return statements.stream().map(this::plan).toList();
        });
        for (int i = 0; i < plans.size(); i++) {
            assertThat(plans.get(i).replaceAll("Seq Scan on invitation_rule", ""))
                    .as(statements.get(i) + plans.get(i))
                    .doesNotContain("Seq Scan");
        }
    }

    private void seed() {
        for (String statement : List.of(
                "SET LOCAL session_replication_role = replica", // no triggers: rows are all that counts
                """
                INSERT INTO member (id, handle, name, status, joined_at) OVERRIDING SYSTEM VALUE
                SELECT 900000000 + n, 'plan-' || n, 'Plan ' || n, 'ACTIVE', now() FROM generate_series(1, %d) AS n
                """.formatted(MEMBERS),
                """
                INSERT INTO suggestion_dismissal (member_id, other_id, kind, dismissed_at)
                SELECT 900000000 + n, 900000000 + n %% %d + m, 'DISMISSED', now() - m * interval '1 hour'
                  FROM generate_series(1, %d) AS n, generate_series(1, 5) AS m
                 WHERE n <> n %% %d + m
                """.formatted(MEMBERS / 2, MEMBERS, MEMBERS / 2),
                """
                INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                        sent_at, expires_at, ended_at)
                SELECT 900000000 + n, 900000000 + n %% %d + 1 + m, 'DECLINED', 'OTHER', 'We met', false,
                       'Because we met in a test.', now(), now() + interval '60 days', now()
                  FROM generate_series(1, %d) AS n, generate_series(1, 3) AS m
                 WHERE n <> n %% %d + 1 + m
                """.formatted(MEMBERS / 2, MEMBERS, MEMBERS / 2),
                """
                INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, words,
                                          asked_at, expires_at, forwarded_at, ended_at)
                SELECT 900000000 + n, 900000000 + n + 1, 900000000 + n + 2, 'ACCEPTED', repeat('x', 20), repeat('x', 20),
                       repeat('x', 20), now(), now() + interval '14 days', now(), now()
                  FROM generate_series(1, %d) AS n
                """.formatted(MEMBERS - 2),
                "INSERT INTO suggestion_setting SELECT id, false FROM member WHERE id > 900000000",
                "INSERT INTO member_seen SELECT id, current_date FROM member WHERE id > 900000000",
                "INSERT INTO connection_setting (member_id, gate) SELECT id, 'COMMON_GROUND' FROM member WHERE id > 900000000",
                "ANALYZE member, suggestion_dismissal, invitation, introduction, suggestion_setting, member_seen",
                "ANALYZE connection_setting")) {
            sql.sql(statement).update();
        }
    }

    private String plan(String statement) {
        for (String way : List.of("seqscan", "hashjoin", "mergejoin")) {
            sql.sql("SET LOCAL enable_" + way + " = off").update();
        }
        Long[] some = LongStream.rangeClosed(900_000_001L, 900_000_300L).boxed().toArray(Long[]::new);
        return String.join(
                "\n",
                sql.sql("EXPLAIN " + statement)
                        .param("member", 900_000_077L)
                        .param("other", 900_000_078L)
                        .param("ids", some)
                        .param("others", some)
                        .param("since", LONG_AGO)
                        .param("before", LONG_AGO)
                        .param("sent_since", LONG_AGO)
                        .param("now", LONG_AGO)
                        .param("most", 25)
                        .param("limit", 50)
                        .query(String.class)
                        .list());
    }
}
