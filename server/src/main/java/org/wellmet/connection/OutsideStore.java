package org.wellmet.connection;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.account.Secret;
import org.wellmet.member.MemberId;

/// Rows of `outside_invitation`. Each method is one statement and runs in the caller's transaction.
final class OutsideStore {
    private static final String INSERT = """
            INSERT INTO outside_invitation (member_id, secret_hash, email, note, why_now, max_uses, created_at, expires_at)
            VALUES (:member, :hash, :email, :note, :why, :most, :at, :expires)
            ON CONFLICT (member_id, email) WHERE email IS NOT NULL DO NOTHING
            """;

    // The primary key, as far as the member goes
    private static final String OF = """
            SELECT id, coalesce(email, '') AS email, note, why_now, uses, max_uses, created_at, expires_at,
                   revoked_at IS NOT NULL AS is_revoked,
                   EXISTS (SELECT 1 FROM outside_arrival
                            WHERE outside_arrival.inviter_id = outside_invitation.member_id
                              AND outside_arrival.outside_id = outside_invitation.id
                              AND NOT outside_arrival.is_delivered) AS is_awaited
              FROM outside_invitation
             WHERE member_id = :member AND id < :before
             ORDER BY id DESC
             LIMIT :limit
            """;

    private static final String OPEN_LINKS = """
            SELECT count(*)
              FROM outside_invitation
             WHERE member_id = :member AND email IS NULL AND revoked_at IS NULL AND expires_at > :at AND uses < max_uses
            """;

    private static final String HAS_MAILED = """
            SELECT EXISTS (SELECT 1 FROM outside_invitation WHERE member_id = :member AND email = :email AND created_at >= :since)
            """;

    // Also one that opens no longer, as long as somebody who came by it has nothing of it.
    private static final String REVOKE = """
            UPDATE outside_invitation SET revoked_at = :at
             WHERE member_id = :member AND id = :id AND revoked_at IS NULL
               AND (uses < max_uses AND expires_at > :at
                    OR EXISTS (SELECT 1 FROM outside_arrival
                                WHERE outside_arrival.inviter_id = :member
                                  AND outside_arrival.outside_id = :id
                                  AND NOT outside_arrival.is_delivered))
            """;

    // outside_invitation_secret_idx. A link carries no right that its inviter has lost.
    private static final String OPEN = """
            SELECT outside_invitation.member_id, outside_invitation.id, coalesce(outside_invitation.email, '') AS email,
                   outside_invitation.why_now
              FROM outside_invitation
              JOIN member ON member.id = outside_invitation.member_id
             WHERE outside_invitation.secret_hash = :hash
               AND outside_invitation.revoked_at IS NULL
               AND outside_invitation.expires_at > :at
               AND outside_invitation.uses < outside_invitation.max_uses
               AND member.status = 'ACTIVE'
            """;

    private static final String HOLD_ONE = """
            SELECT id FROM outside_invitation WHERE member_id = :inviter AND id = :id FOR UPDATE
            """;

    // The limit is in the update: of many at once exactly as many pass as there are uses left.
    private static final String USE = """
            UPDATE outside_invitation SET uses = uses + 1
             WHERE member_id = :inviter AND id = :id AND uses < max_uses AND revoked_at IS NULL AND expires_at > :at
            """;

    // The primary key, as far as the member goes
    private static final String SWEEP =
            "DELETE FROM outside_invitation WHERE member_id = :member AND created_at < :before";

    // Addresses are kept for so long, that none is mailed to a second time.
    private static final Duration MEMORY = Duration.ofDays(365);

    private final JdbcClient sql;

    OutsideStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One that opens.
    record Open(MemberId inviter, long id, Optional<String> email, String whyNow) {}

    /// What is written of one.
    record Draft(MemberId inviter, Secret secret, Optional<String> email, String note, WhyNow why, int maxUses) {
        static Draft mail(MemberId inviter, Secret secret, String email, WhyNow why) {
            return new Draft(inviter, secret, Optional.of(email), "", why, 1);
        }

        static Draft link(MemberId inviter, Secret secret, String note, WhyNow why, int maxUses) {
            return new Draft(inviter, secret, Optional.empty(), note, why, maxUses);
        }
    }

    /// False when the address was invited before by the same inviter.
    boolean insert(Draft draft, Instant at) {
        return sql.sql(INSERT)
                        .param("member", draft.inviter().value())
                        .param("hash", draft.secret().hash())
                        .param("email", draft.email().orElse(null), Types.VARCHAR)
                        .param("note", draft.note())
                        .param("why", draft.why().text())
                        .param("most", draft.maxUses())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("expires", at.plus(OutsideInvitations.LIFE).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<OutsideInvitation> of(MemberId inviter, long before, int limit) {
        return sql.sql(OF)
                .param("member", inviter.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new OutsideInvitation(
                        row.getLong("id"),
                        email(row.getString("email")),
                        row.getString("note"),
                        row.getString("why_now"),
                        row.getInt("uses"),
                        row.getInt("max_uses"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("is_revoked"),
                        row.getBoolean("is_awaited")))
                .list();
    }

    int openLinks(MemberId inviter, Instant at) {
        return sql.sql(OPEN_LINKS)
                .param("member", inviter.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /// Whether the inviter has mailed to the address, as far as that is remembered.
    boolean hasMailed(MemberId inviter, String email, Instant now) {
        return sql.sql(HAS_MAILED)
                .param("member", inviter.value())
                .param("email", email)
                .param("since", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    boolean revoke(MemberId inviter, long id, Instant at) {
        return sql.sql(REVOKE)
                        .param("member", inviter.value())
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Open> open(byte[] secretHash, Instant at) {
        return sql.sql(OPEN)
                .param("hash", secretHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Open(
                        new MemberId(row.getLong("member_id")),
                        row.getLong("id"),
                        email(row.getString("email")),
                        row.getString("why_now")))
                .optional();
    }

    /// Lets what is done with one invitation be done one after the other.
    void hold(MemberId inviter, long id) {
        sql.sql(HOLD_ONE)
                .param("inviter", inviter.value())
                .param("id", id)
                .query(Long.class)
                .list();
    }

    boolean use(Open open, Instant at) {
        return sql.sql(USE)
                        .param("inviter", open.inviter().value())
                        .param("id", open.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Forgets those of the member that are over their time.
    void sweep(MemberId inviter, Instant now) {
        sql.sql(SWEEP)
                .param("member", inviter.value())
                .param("before", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Optional<String> email(String stored) {
        return Optional.of(stored).filter(email -> !email.isEmpty());
    }
}
