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

    // introduction_target_idx and introduction_connector_idx
    private static final String WAITING_FOR = """
            SELECT %1$s FROM introduction
             WHERE (target_id = :member AND status = 'FORWARDED' OR connector_id = :member AND status = 'ASKED')
               AND expires_at > :now
               AND id < :before
             ORDER BY id DESC
             LIMIT :limit
            """.formatted(IntroductionRow.COLUMNS);

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
        return sql.sql(WAITING_FOR)
                .param("member", member.value())
                .param("before", before)
                .param("now", IntroductionRow.utc(now))
                .param("limit", limit)
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// What became of one of the member's introductions.
    record Outcome(Set<MemberId> three, IntroductionStatus status, boolean isForwarded) {}

    /// What became of those in which the member has that role, the latest first; of a target's, those that arrived.
    List<Outcome> outcomes(MemberId member, Role role, int limit) {
        String part = switch (role) {
            case ASKER -> "asker_id = :member";
            case CONNECTOR -> "connector_id = :member";
            case TARGET -> "target_id = :member AND forwarded_at IS NOT NULL AND status <> 'UNHEARD'";
        };
        // introduction_pkey, introduction_connector_idx, introduction_target_idx
        return sql.sql("""
            SELECT asker_id, connector_id, target_id, status, forwarded_at IS NOT NULL AS is_forwarded
              FROM introduction
             WHERE %s
             ORDER BY id DESC
             LIMIT :limit
            """.formatted(part))
                .param("member", member.value())
                .param("limit", limit)
                .query((row, _) -> new Outcome(
                        Set.of(
                                new MemberId(row.getLong("asker_id")),
                                new MemberId(row.getLong("connector_id")),
                                new MemberId(row.getLong("target_id"))),
                        IntroductionStatus.valueOf(row.getString("status")),
                        row.getBoolean("is_forwarded")))
                .list();
    }
}
