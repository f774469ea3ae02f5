package org.wellmet.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `account_proof`. Each method is one statement and runs in the caller's transaction.
final class ProofStore {
    private static final String SAVE = """
            INSERT INTO account_proof (member_id, purpose, secret_hash, new_email, expires_at)
            VALUES (:member, :purpose, :hash, :email, :expires)
            ON CONFLICT (member_id, purpose) DO UPDATE
               SET secret_hash = :hash, new_email = :email, expires_at = :expires
            """;

    private static final String IS_VALID = """
            SELECT count(*) FROM account_proof
             WHERE member_id = :member AND purpose = :purpose AND secret_hash = :hash AND expires_at > :at
            """;

    private static final String TAKE = """
            DELETE FROM account_proof
             WHERE member_id = :member AND purpose = :purpose AND secret_hash = :hash AND expires_at > :at
            RETURNING coalesce(new_email, '') AS new_email
            """;

    private static final String FORGET = "DELETE FROM account_proof WHERE member_id = :member";

    private static final String SWEEP = "DELETE FROM account_proof WHERE expires_at < :at"; // scatter

    private final JdbcClient sql;

    ProofStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Keeps a proof of who may choose a new password; one that was on its way is worth nothing from here on.
    void saveReset(MemberSecret secret, Instant expiresAt) {
        saving(Purpose.RESET, secret, expiresAt).param("email", null).update();
    }

    /// Keeps a proof of who reads that mailbox; one that was on its way is worth nothing from here on.
    void saveEmail(MemberSecret secret, EmailAddress newEmail, Instant expiresAt) {
        saving(Purpose.EMAIL, secret, expiresAt)
                .param("email", newEmail.value())
                .update();
    }

    private JdbcClient.StatementSpec saving(Purpose purpose, MemberSecret secret, Instant expiresAt) {
        return sql.sql(SAVE)
                .param("member", secret.member().value())
                .param("purpose", purpose.name())
                .param("hash", secret.secret().hash())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC));
    }

    boolean isValid(Purpose purpose, MemberSecret secret, Instant at) {
        return on(IS_VALID, purpose, secret, at).query(Long.class).single() == 1;
    }

    /// Takes the proof, once: the new address it is about, or the empty string.
    Optional<String> take(Purpose purpose, MemberSecret secret, Instant at) {
        return on(TAKE, purpose, secret, at)
                .query((row, _) -> row.getString("new_email"))
                .optional();
    }

    void forget(MemberId member) {
        sql.sql(FORGET).param("member", member.value()).update();
    }

    void sweep(Instant at) {
        sql.sql(SWEEP).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private JdbcClient.StatementSpec on(String statement, Purpose purpose, MemberSecret secret, Instant at) {
        return sql.sql(statement)
                .param("member", secret.member().value())
                .param("purpose", purpose.name())
                .param("hash", secret.secret().hash())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    /// What a proof is good for, and nothing else.
    enum Purpose {
        RESET,
        EMAIL
    }
}
