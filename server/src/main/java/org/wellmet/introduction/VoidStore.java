package org.wellmet.introduction;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Ends rows of `introduction` from outside. Each method is one statement and runs in the caller's transaction.
final class VoidStore {
    // The rows are taken in the order of their ids, so that two blocks never wait for each other in a circle. What had
    // ended in silence ends for its asker, too, where the asker is one of the two.
    private static final String END_BETWEEN = """
            WITH taken AS (
                SELECT asker_id, id FROM introduction
                 WHERE (%s)
                   AND %s
                 ORDER BY id
                   FOR UPDATE)
            UPDATE introduction AS one
               SET status = CASE WHEN one.status IN ('ASKED', 'FORWARDED') THEN :status ELSE one.status END,
                   ended_at = coalesce(one.ended_at, :now),
                   withdrawn_at = CASE WHEN one.asker_id IN (:a, :b) THEN :now::timestamptz END
              FROM taken
             WHERE one.asker_id = taken.asker_id AND one.id = taken.id
            """;

    private static final String ENDS_MEET = "(asker_id, target_id) IN ((:a, :b), (:b, :a))";

    private static final String VOID = END_BETWEEN.formatted("""
            (asker_id, connector_id) IN ((:a, :b), (:b, :a))
                    OR (connector_id, target_id) IN ((:a, :b), (:b, :a))
                    OR %s""".formatted(ENDS_MEET), IntroductionRow.SEEMS_TO_WAIT);

    private static final String OVERTAKE = END_BETWEEN.formatted(ENDS_MEET, IntroductionRow.SEEMS_TO_WAIT);

    // An exchange that an introduction opened has led to a connection.
    private static final String COMPLETE =
            """
            WITH taken AS (
                SELECT asker_id, id FROM introduction
                 WHERE %s
                   AND status = 'ANSWERED'
                 ORDER BY id
                   FOR UPDATE)
            UPDATE introduction AS one
               SET status = 'ACCEPTED'
              FROM taken
             WHERE one.asker_id = taken.asker_id AND one.id = taken.id
            RETURNING %s
            """.formatted(ENDS_MEET, IntroductionRow.COLUMNS.replaceAll("(\\w+)", "one.$1"));

    private final JdbcClient sql;

    VoidStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Ends what is open and needs these two, whatever their parts.
    void voidBetween(MemberId a, MemberId b, Instant now) {
        endBetween(VOID, IntroductionStatus.VOIDED, a, b, now);
    }

    /// Ends what would introduce these two, who have connected.
    void overtake(MemberId a, MemberId b, Instant now) {
        endBetween(OVERTAKE, IntroductionStatus.OVERTAKEN, a, b, now);
    }

    /// Those that had opened an exchange between the two, who have connected: they are accepted.
    List<Introduction> complete(MemberId a, MemberId b) {
        return sql.sql(COMPLETE)
                .param("a", a.value())
                .param("b", b.value())
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    private void endBetween(String statement, IntroductionStatus status, MemberId a, MemberId b, Instant now) {
        sql.sql(statement)
                .param("a", a.value())
                .param("b", b.value())
                .param("status", status.name())
                .param("now", IntroductionRow.utc(now))
                .update();
    }
}
