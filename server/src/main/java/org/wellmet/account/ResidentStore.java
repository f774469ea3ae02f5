package org.wellmet.account;

import java.time.Instant;
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
