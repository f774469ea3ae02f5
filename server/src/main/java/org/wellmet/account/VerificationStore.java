package org.wellmet.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// What of a row of `account` vouches for its member. One statement.
final class VerificationStore {
    // The primary key.
    private static final String FIND = """
            SELECT email, let_in_at IS NOT NULL AS is_let_in FROM account WHERE member_id = :member
            """;

    private final JdbcClient sql;

    VerificationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What may vouch for somebody.
    record Vouched(EmailAddress email, boolean isLetIn) {}

    Optional<Vouched> find(MemberId member) {
        return sql.sql(FIND)
                .param("member", member.value())
                .query((row, _) -> new Vouched(new EmailAddress(row.getString("email")), row.getBoolean("is_let_in")))
                .optional();
    }
}
