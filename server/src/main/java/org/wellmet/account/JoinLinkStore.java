package org.wellmet.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `join_link`. Each method is one statement and runs in the caller's transaction.
final class JoinLinkStore {
    private static final String INSERT = """
            INSERT INTO join_link (member_id, secret_hash, note, max_uses, created_at, expires_at)
            VALUES (:member, :hash, :note, :max_uses, :at, :expires)
            """;

    // A link carries no right that its maker has lost. Served by join_link_secret_idx.
    private static final String FIND = """
            SELECT join_link.id
              FROM join_link
              JOIN member ON member.id = join_link.member_id
             WHERE join_link.secret_hash = :hash
               AND join_link.expires_at > :at
               AND join_link.uses < join_link.max_uses
               AND member.is_operator AND member.status = 'ACTIVE'
            """;

    // The limit is in the update: of many at once exactly as many pass as there are uses left.
    private static final String USE = """
            UPDATE join_link SET uses = uses + 1
              FROM member
             WHERE join_link.id = :id
               AND join_link.expires_at > :at
               AND join_link.uses < join_link.max_uses
               AND member.id = join_link.member_id
               AND member.is_operator AND member.status = 'ACTIVE'
            """;

    private static final String OF = """
            SELECT id, note, uses, max_uses, created_at, expires_at
              FROM join_link
             WHERE member_id = :member AND expires_at > :at
             ORDER BY created_at DESC, id DESC
             LIMIT :limit
            """;

    private static final String REVOKE = "DELETE FROM join_link WHERE member_id = :member AND id = :id";

    private static final String SWEEP = "DELETE FROM join_link WHERE member_id = :member AND expires_at < :at";

    private final JdbcClient sql;

    JoinLinkStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(MemberId operator, Secret secret, JoinLinks.Wish wish, Instant at) {
        sql.sql(INSERT)
                .param("member", operator.value())
                .param("hash", secret.hash())
                .param("note", wish.note())
                .param("max_uses", wish.maxUses())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", at.plus(wish.life()).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Long> find(Secret secret, Instant at) {
        return sql.sql(FIND)
                .param("hash", secret.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean use(long id, Instant at) {
        return sql.sql(USE)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<JoinLink> of(MemberId operator, Instant at, int limit) {
        return sql.sql(OF)
                .param("member", operator.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new JoinLink(
                        row.getLong("id"),
                        row.getString("note"),
                        row.getInt("uses"),
                        row.getInt("max_uses"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    void sweep(MemberId operator, Instant at) {
        sql.sql(SWEEP)
                .param("member", operator.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean revoke(MemberId operator, long id) {
        return sql.sql(REVOKE).param("member", operator.value()).param("id", id).update() == 1;
    }
}
