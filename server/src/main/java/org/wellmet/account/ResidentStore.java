package org.wellmet.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;

/// Reads `member` and `account` for operators. Each method is one statement and runs in the caller's transaction; all
/// are scatters.
final class ResidentStore {
    private static final String PAGE = """
            SELECT member.id, member.joined_at, account.email
              FROM member
              LEFT JOIN account ON account.member_id = member.id
             WHERE member.id < :before
               AND (:status = '' OR member.status = :status)
               AND (:query = '' OR strpos(lower(member.name), :query) > 0 OR account.email = :query)
             ORDER BY member.id DESC
             LIMIT :limit
            """;

    private static final String COUNTS = "SELECT status, count(*) AS members FROM member GROUP BY status";

    private static final String LET_IN = "UPDATE account SET let_in_at = :at WHERE member_id = :member";

    private final JdbcClient sql;

    ResidentStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Row> page(String status, String query, long before, int limit) {
        return sql.sql(PAGE)
                .param("status", status)
                .param("query", query)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Row(
                        new MemberId(row.getLong("id")),
                        row.getTimestamp("joined_at").toInstant(),
                        Optional.ofNullable(row.getString("email"))))
                .list();
    }

    void letIn(MemberId member, Instant at) {
        sql.sql(LET_IN)
                .param("member", member.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<MemberStatus, Long> counts() {
        return sql
                .sql(COUNTS)
                .query((row, _) -> Map.entry(MemberStatus.valueOf(row.getString("status")), row.getLong("members")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// A row; the rest comes from `Members`.
    record Row(MemberId id, Instant joinedAt, Optional<String> email) {}
}
