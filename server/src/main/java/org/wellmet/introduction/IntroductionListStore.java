package org.wellmet.introduction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// The rows of `introduction` that one member has a part in, as lists. Each method is one statement.
final class IntroductionListStore {
    // introduction_pkey, keyset paging
    private static final String ASKED_BY = """
            SELECT %s FROM introduction WHERE asker_id = :member AND id < :before ORDER BY id DESC LIMIT :limit
            """.formatted(IntroductionRow.COLUMNS);

    // introduction_connector_idx, keyset paging
    private static final String ANSWERED_BY = """
            SELECT %s FROM introduction
             WHERE connector_id = :member
               AND id < :before
               AND NOT (status = 'ASKED' AND expires_at > :now)
             ORDER BY id DESC
             LIMIT :limit
            """.formatted(IntroductionRow.COLUMNS);

    static final String WAITING_FOR = waiting(IntroductionRow.COLUMNS);

    static final String WHO_WAITS_FOR = waiting("id, asker_id, connector_id, target_id");

    private final JdbcClient sql;

    IntroductionListStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Introduction> askedBy(MemberId asker, long before, int limit) {
        return sql.sql(ASKED_BY)
                .param("member", asker.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// Those that wait for this connector no more.
    List<Introduction> answeredBy(MemberId connector, Instant now, long before, int limit) {
        return sql.sql(ANSWERED_BY)
                .param("member", connector.value())
                .param("now", IntroductionRow.utc(now))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// Those that wait for an answer of this member, as connector or target.
    List<Introduction> waitingFor(MemberId member, Instant now, long before, int limit) {
        return waitingFor(WAITING_FOR, member, now, before, limit)
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// The three of each of those, latest first.
    List<Set<MemberId>> whoWaitsFor(MemberId member, Instant now, int limit) {
        return waitingFor(WHO_WAITS_FOR, member, now, Long.MAX_VALUE, limit)
                .query((row, _) -> Set.of(
                        new MemberId(row.getLong("asker_id")),
                        new MemberId(row.getLong("connector_id")),
                        new MemberId(row.getLong("target_id"))))
                .list();
    }

    private JdbcClient.StatementSpec waitingFor(
            String statement, MemberId member, Instant now, long before, int limit) {
        return sql.sql(statement)
                .param("member", member.value())
                .param("before", before)
                .param("now", IntroductionRow.utc(now))
                .param("limit", limit);
    }

    // introduction_asked_idx and introduction_forwarded_idx, keyset paging: past ones are in neither
    private static String waiting(String columns) {
        return """
            (SELECT %1$s FROM introduction
              WHERE connector_id = :member AND status = 'ASKED' AND expires_at > :now AND id < :before
              ORDER BY id DESC
              LIMIT :limit)
            UNION ALL
            (SELECT %1$s FROM introduction
              WHERE target_id = :member AND status = 'FORWARDED' AND expires_at > :now AND id < :before
              ORDER BY id DESC
              LIMIT :limit)
             ORDER BY id DESC
             LIMIT :limit
            """.formatted(columns);
    }

    /// What became of those in which the member has that role; of a target's, of those that arrived.
    Tally tally(MemberId member, Role role) {
        return sql.sql(tally(role))
                .param("member", member.value())
                .query((row, _) -> new Tally(
                        row.getLong("count"),
                        row.getLong("forwarded_count"),
                        row.getLong("in_touch_count"),
                        row.getLong("connected_count")))
                .single();
    }

    static String tally(Role role) {
        String part = switch (role) {
            case ASKER -> "asker_id = :member";
            case CONNECTOR -> "connector_id = :member";
            case TARGET -> "target_id = :member AND forwarded_at IS NOT NULL AND status <> 'UNHEARD'";
        };
        // Counted in introduction_asker_idx, introduction_connector_idx or introduction_target_idx, without
        // the rows, whose texts are long. Leave is asked once for each person; one of the three who may not
        // be seen takes it out.
        return """
            WITH mine AS MATERIALIZED (
                SELECT asker_id, connector_id, target_id,
                       count(*) AS count,
                       count(forwarded_at) AS forwarded_count,
                       count(*) FILTER (WHERE status = 'ANSWERED') AS in_touch_count,
                       count(*) FILTER (WHERE status = 'ACCEPTED') AS connected_count
                  FROM introduction
                 WHERE %s
                 GROUP BY asker_id, connector_id, target_id
            ), seen AS MATERIALIZED (
                SELECT id
                  FROM (SELECT asker_id FROM mine UNION SELECT connector_id FROM mine UNION SELECT target_id FROM mine)
                       AS concerned (id)
                 WHERE is_seen_by(id, :member)
            )
            SELECT coalesce(sum(count), 0) AS count,
                   coalesce(sum(forwarded_count), 0) AS forwarded_count,
                   coalesce(sum(in_touch_count), 0) AS in_touch_count,
                   coalesce(sum(connected_count), 0) AS connected_count
              FROM mine
             WHERE asker_id IN (SELECT id FROM seen)
               AND connector_id IN (SELECT id FROM seen)
               AND target_id IN (SELECT id FROM seen)
            """.formatted(part);
    }
}
