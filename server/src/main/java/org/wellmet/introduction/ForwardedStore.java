package org.wellmet.introduction;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// What was passed on, out of `introduction`: as evidence, and as touches. Each method is one statement.
final class ForwardedStore {
    // Each side by the asker's rows.
    private static final String FORWARDED_BETWEEN = """
            SELECT %s FROM introduction
             WHERE (asker_id, target_id) IN ((:a, :b), (:b, :a))
               AND forwarded_at > :then
             ORDER BY forwarded_at DESC, id DESC
             LIMIT :limit
            """.formatted(IntroductionRow.COLUMNS);

    // introduction_pkey, and introduction_target_idx or introduction_pkey
    private static final String INTRODUCED = """
            SELECT target_id AS other_id FROM introduction
             WHERE asker_id = :member AND target_id = ANY(:others) AND forwarded_at > :then
             UNION
            SELECT asker_id FROM introduction
             WHERE target_id = :member AND asker_id = ANY(:others) AND forwarded_at > :then
            """;

    // introduction_pkey and introduction_connector_idx
    private static final String TOUCHES = """
            SELECT other_id, count(*) AS touches
              FROM (SELECT connector_id AS other_id FROM introduction
                     WHERE asker_id = :member AND forwarded_at > :then
                    UNION ALL
                    SELECT asker_id FROM introduction WHERE connector_id = :member AND forwarded_at > :then) AS touch
             WHERE other_id = ANY(:others)
             GROUP BY other_id
            """;

    private final JdbcClient sql;

    ForwardedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Those between the two, in either direction, that were forwarded after `then`, latest first.
    List<Introduction> forwardedBetween(MemberId a, MemberId b, Instant then, int limit) {
        return sql.sql(FORWARDED_BETWEEN)
                .param("a", a.value())
                .param("b", b.value())
                .param("then", IntroductionRow.utc(then))
                .param("limit", limit)
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// Those of the others who were introduced to the member or the member to them after `then`.
    List<MemberId> introduced(MemberId member, Collection<MemberId> others, Instant then) {
        return sql.sql(INTRODUCED)
                .param("member", member.value())
                .param("others", IntroductionRow.values(others))
                .param("then", IntroductionRow.utc(then))
                .query((row, _) -> new MemberId(row.getLong("other_id")))
                .list();
    }

    /// How many were forwarded after `then` between the member and each of the others, one asking, one forwarding.
    Map<MemberId, Integer> touches(MemberId member, Collection<MemberId> others, Instant then) {
        Map<MemberId, Integer> touches = new HashMap<>();
        sql.sql(TOUCHES)
                .param("member", member.value())
                .param("others", IntroductionRow.values(others))
                .param("then", IntroductionRow.utc(then))
                .query(row -> {
                    touches.put(new MemberId(row.getLong("other_id")), row.getInt("touches"));
                });
        return touches;
    }
}
