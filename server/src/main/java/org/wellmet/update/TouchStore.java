package org.wellmet.update;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Counts rows of `update_comment` and `update_reaction` between members. One statement.
final class TouchStore {
    // The primary keys serve what others wrote under the member's updates, update_comment_member_idx and
    // update_reaction_member_idx what the member wrote under theirs.
    private static final String SINCE = """
            SELECT other_id, count(*) AS touches
              FROM (SELECT member_id AS other_id FROM update_comment
                     WHERE author_id = :member AND posted_at > :then
                    UNION ALL
                    SELECT author_id FROM update_comment WHERE member_id = :member AND posted_at > :then
                    UNION ALL
                    SELECT member_id FROM update_reaction WHERE author_id = :member AND reacted_at > :then
                    UNION ALL
                    SELECT author_id FROM update_reaction WHERE member_id = :member AND reacted_at > :then) AS touch
             WHERE other_id = ANY(:others)
             GROUP BY other_id
            """;

    private final JdbcClient sql;

    TouchStore(JdbcClient sql) {
        this.sql = sql;
    }

    Map<MemberId, Integer> since(MemberId member, Collection<MemberId> others, Instant then) {
        Map<MemberId, Integer> touches = new HashMap<>();
        sql.sql(SINCE)
                .param("member", member.value())
                .param("others", others.stream().map(MemberId::value).toArray(Long[]::new))
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    touches.put(new MemberId(row.getLong("other_id")), row.getInt("touches"));
                });
        return touches;
    }
}
