package org.wellmet.account;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of `sign_up`. Each method is one statement and runs in the caller's transaction. No member owns them: all are
/// scatters.
final class SignUpStore {
    private static final String INSERT = """
            INSERT INTO sign_up (secret_hash, email, name, password, join_link_id, welcome, expires_at)
            VALUES (:hash, :email, :name, :password, :link, :welcome, :expires)
            """;

    private static final String FIND = """
            SELECT email, name, password, coalesce(join_link_id, 0) AS join_link_id, welcome
              FROM sign_up
             WHERE secret_hash = :hash AND expires_at > :at
            """;

    private static final String TAKE = "DELETE FROM sign_up WHERE secret_hash = :hash AND expires_at > :at";

    private static final String SWEEP = "DELETE FROM sign_up WHERE expires_at < :at";

    private final JdbcClient sql;

    SignUpStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Secret secret, SignUp signUp, Instant expiresAt) {
        sql.sql(INSERT)
                .param("hash", secret.hash())
                .param("email", signUp.email().value())
                .param("name", signUp.name())
                .param("password", signUp.passwordHash())
                .param("link", signUp.joinLink().orElse(null))
                .param("welcome", signUp.welcome().orElse(null), Types.BINARY)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SignUp> find(Secret secret, Instant at) {
        return sql.sql(FIND)
                .param("hash", secret.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new SignUp(
                        new EmailAddress(row.getString("email")),
                        row.getString("name"),
                        row.getString("password"),
                        Optional.of(row.getLong("join_link_id")).filter(id -> id != 0),
                        Optional.ofNullable(row.getBytes("welcome"))))
                .optional();
    }

    boolean take(Secret secret, Instant at) {
        return sql.sql(TAKE)
                        .param("hash", secret.hash())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void sweep(Instant at) {
        sql.sql(SWEEP).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /// A row.
    record SignUp(
            EmailAddress email, String name, String passwordHash, Optional<Long> joinLink, Optional<byte[]> welcome) {}
}
