package org.wellmet.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Whether somebody vouches for a member: their proved mail address lies under one of the network's domains, or an
/// operator let them in who had waited for it.
///
/// Thread-safe.
@Component
public final class Verification {
    // The primary key.
    private static final String VOUCHED = """
            SELECT email, let_in_at IS NOT NULL AS is_let_in FROM account WHERE member_id = :member
            """;

    private final JdbcClient sql;
    private final NetworkSettings network;

    Verification(JdbcClient sql, NetworkSettings network) {
        this.sql = sql;
        this.network = network;
    }

    /// Whether somebody vouches for the member.
    public boolean isVerified(MemberId member) {
        return account(member)
                .filter(account -> account.isLetIn()
                        || network.current().domains().contains(account.email().domain()))
                .isPresent();
    }

    private Optional<Vouched> account(MemberId member) {
        return sql.sql(VOUCHED)
                .param("member", member.value())
                .query((row, _) -> new Vouched(new EmailAddress(row.getString("email")), row.getBoolean("is_let_in")))
                .optional();
    }

    private record Vouched(EmailAddress email, boolean isLetIn) {}
}
