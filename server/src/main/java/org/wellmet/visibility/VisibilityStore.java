package org.wellmet.visibility;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Reads `member`, `connection` and `block`; writes `block`. Each method is one statement and runs in the caller's
/// transaction.
final class VisibilityStore {
    // CASE stops at the first branch that holds, so the two-step test runs for strangers only. All branches
    // are served by primary keys (and block_mirror_idx for blocks laid by the other side).
    private static final String STANDINGS_OF_MEMBER = """
            SELECT member.id,
                   CASE
                     WHEN member.status <> 'ACTIVE' THEN 'NONE'
                     WHEN member.id = :viewer THEN 'SELF'
                     WHEN EXISTS (SELECT 1 FROM block WHERE member_id = :viewer AND other_id = member.id)
                       OR EXISTS (SELECT 1 FROM block WHERE member_id = member.id AND other_id = :viewer) THEN 'NONE'
                     WHEN EXISTS (SELECT 1 FROM connection WHERE member_id = :viewer AND other_id = member.id) THEN 'CONNECTION'
                     WHEN EXISTS (SELECT 1
                                    FROM connection AS mine
                                    JOIN connection AS theirs ON theirs.member_id = mine.other_id
                                                             AND theirs.other_id = member.id
                                   WHERE mine.member_id = :viewer) THEN 'SECOND'
                     ELSE 'MEMBER'
                   END AS standing
              FROM member
             WHERE member.id = ANY(:ids)
            """;

    private static final String STANDINGS_OF_PUBLIC = """
            SELECT id, CASE WHEN status = 'ACTIVE' AND is_public THEN 'PUBLIC' ELSE 'NONE' END AS standing
              FROM member
             WHERE id = ANY(:ids)
            """;

    private static final String BLOCK = """
            INSERT INTO block (member_id, other_id, since) VALUES (:member, :other, :at)
            ON CONFLICT (member_id, other_id) DO NOTHING
            """;

    private static final String UNBLOCK = "DELETE FROM block WHERE member_id = :member AND other_id = :other";

    private static final String BLOCKED_BY = """
            SELECT other_id FROM block WHERE member_id = :member ORDER BY since DESC, other_id LIMIT :limit
            """;

    private static final String SEPARATED = """
            SELECT other_id FROM block WHERE member_id = :member
             UNION
            SELECT member_id FROM block WHERE other_id = :member
            """;

    private final JdbcClient sql;

    VisibilityStore(JdbcClient sql) {
        this.sql = sql;
    }

    Map<MemberId, Standing> standings(Viewer viewer, Collection<MemberId> ids) {
        Long[] keys = ids.stream().map(MemberId::value).toArray(Long[]::new);
        JdbcClient.StatementSpec statement = viewer.member()
                .map(member -> sql.sql(STANDINGS_OF_MEMBER).param("viewer", member.value()))
                .orElseGet(() -> sql.sql(STANDINGS_OF_PUBLIC));
        Map<MemberId, Standing> standings = new HashMap<>();
        statement.param("ids", keys).query(row -> {
            standings.put(new MemberId(row.getLong("id")), Standing.valueOf(row.getString("standing")));
        });
        return standings;
    }

    boolean block(MemberId member, MemberId other, Instant at) {
        return sql.sql(BLOCK)
                        .param("member", member.value())
                        .param("other", other.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean unblock(MemberId member, MemberId other) {
        return sql.sql(UNBLOCK)
                        .param("member", member.value())
                        .param("other", other.value())
                        .update()
                == 1;
    }

    boolean isBlocked(MemberId member, MemberId other) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM block WHERE member_id = :member AND other_id = :other)")
                .param("member", member.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    List<MemberId> blockedBy(MemberId member, int limit) {
        return sql.sql(BLOCKED_BY)
                .param("member", member.value())
                .param("limit", limit)
                .query((row, _) -> new MemberId(row.getLong("other_id")))
                .list();
    }

    List<MemberId> separated(MemberId member) {
        return sql.sql(SEPARATED)
                .param("member", member.value())
                .query((row, _) -> new MemberId(row.getLong("other_id")))
                .list();
    }
}
