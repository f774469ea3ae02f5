package org.wellmet.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `invitation`. Each method is one statement and runs in the caller's transaction.
final class InvitationStore {
    static final String COLUMNS = """
            invitation.id, invitation.inviter_id, invitation.invitee_id, invitation.status, invitation.claim_kind,
            invitation.claim, invitation.is_checked, invitation.is_apart, invitation.why_now, invitation.sent_at,
            invitation.expires_at, invitation.ended_at, invitation.withdrawn_at
            """;

    private static final String INSERT = """
            INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, is_apart, why_now,
                                    sent_at, expires_at, ended_at)
            VALUES (:inviter, :invitee, :status, :kind, :claim, :checked, :apart, :why, :sent, :expires, :ended)
            RETURNING id
            """;

    // invitation_pair_idx
    private static final String LATEST = """
            SELECT %s FROM invitation
             WHERE inviter_id = :inviter AND invitee_id = :invitee
             ORDER BY id DESC
             LIMIT 1
            """.formatted(COLUMNS);

    // The primary key serves the inviter, invitation_of_invitee_idx the invitee.
    private static final String OF = """
            SELECT %s FROM invitation WHERE %s = :member AND id = :id
            """;

    // The primary key serves the inviter, invitation_of_invitee_idx the invitee; nobody is both.
    static final String OF_EITHER = """
            SELECT %1$s FROM invitation WHERE inviter_id = :member AND id = ANY(:ids)
             UNION ALL
            SELECT %1$s FROM invitation WHERE invitee_id = :member AND id = ANY(:ids)
            """.formatted(COLUMNS);

    private static final String END = """
            UPDATE invitation
               SET status = :status, ended_at = :at
             WHERE inviter_id = :inviter AND id = :id AND status = 'PENDING'
            """;

    private static final String ACCEPT = """
            UPDATE invitation
               SET status = 'ACCEPTED', ended_at = :at
             WHERE inviter_id = :inviter AND id = :id AND status IN ('PENDING', 'DECLINED') AND withdrawn_at IS NULL
            """;

    private static final String WAIT_AGAIN = """
            UPDATE invitation
               SET status = 'PENDING', ended_at = NULL
             WHERE inviter_id = :inviter AND id = :id AND status = 'DECLINED' AND withdrawn_at IS NULL
            """;

    private static final String SEEM_WITHDRAWN = """
            UPDATE invitation
               SET withdrawn_at = :at
             WHERE inviter_id = :inviter AND id = :id AND status = 'DECLINED' AND withdrawn_at IS NULL
            """;

    // invitation_one_pending_idx
    private static final String EXPIRE = """
            UPDATE invitation
               SET status = 'EXPIRED', ended_at = expires_at
             WHERE least(inviter_id, invitee_id) = least(:a, :b)
               AND greatest(inviter_id, invitee_id) = greatest(:a, :b)
               AND status = 'PENDING'
               AND expires_at <= :now
            """;

    // invitation_one_pending_idx
    private static final String VOID = """
            UPDATE invitation
               SET status = 'VOIDED', ended_at = :at
             WHERE least(inviter_id, invitee_id) = least(:a, :b)
               AND greatest(inviter_id, invitee_id) = greatest(:a, :b)
               AND status = 'PENDING'
            """;

    // invitation_pair_idx
    private static final String SUPERSEDE = """
            UPDATE invitation
               SET status = 'SUPERSEDED', ended_at = :at
             WHERE (inviter_id, invitee_id) IN ((:a, :b), (:b, :a))
               AND (status = 'PENDING' OR (status = 'DECLINED' AND withdrawn_at IS NULL AND expires_at > :at))
            """;

    // invitation_pair_idx
    private static final String FORGET_DECLINED = """
            UPDATE invitation
               SET withdrawn_at = :at
             WHERE (inviter_id, invitee_id) IN ((:a, :b), (:b, :a))
               AND status = 'DECLINED'
               AND withdrawn_at IS NULL
               AND expires_at > :at
            """;

    private final JdbcClient sql;

    InvitationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Writes an invitation; the id in `draft` does not count. Returns the one it got.
    long insert(Invitation draft) {
        return sql.sql(INSERT)
                .param("inviter", draft.inviter().value())
                .param("invitee", draft.invitee().value())
                .param("status", draft.status().name())
                .param("kind", draft.claim().kind().name())
                .param("claim", draft.claim().subject())
                .param("checked", draft.isChecked())
                .param("apart", draft.check() == Check.APART)
                .param("why", draft.whyNow().text())
                .param("sent", draft.sentAt().atOffset(ZoneOffset.UTC))
                .param("expires", draft.expiresAt().atOffset(ZoneOffset.UTC))
                .param(
                        "ended",
                        draft.endedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .query(Long.class)
                .single();
    }

    Optional<Invitation> latest(MemberId inviter, MemberId invitee) {
        return sql.sql(LATEST)
                .param("inviter", inviter.value())
                .param("invitee", invitee.value())
                .query((row, _) -> toInvitation(row))
                .optional();
    }

    Optional<Invitation> ofInvitee(MemberId invitee, long id) {
        return sql.sql(OF.formatted(COLUMNS, "invitee_id"))
                .param("member", invitee.value())
                .param("id", id)
                .query((row, _) -> toInvitation(row))
                .optional();
    }

    Optional<Invitation> ofInviter(MemberId inviter, long id) {
        return sql.sql(OF.formatted(COLUMNS, "inviter_id"))
                .param("member", inviter.value())
                .param("id", id)
                .query((row, _) -> toInvitation(row))
                .optional();
    }

    /// Those of the ids that the member sent or received.
    List<Invitation> ofEither(MemberId member, Collection<Long> ids) {
        return sql.sql(OF_EITHER)
                .param("member", member.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> toInvitation(row))
                .list();
    }

    /// Ends a pending one. False when it waits no more.
    boolean end(Invitation invitation, InvitationStatus status, Instant at) {
        return sql.sql(END)
                        .param("status", status.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("inviter", invitation.inviter().value())
                        .param("id", invitation.id())
                        .update()
                == 1;
    }

    /// Makes it accepted, also after it was declined: its invitee has invited back. False when it waits no more.
    boolean accept(Invitation invitation, Instant at) {
        return sql.sql(ACCEPT)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("inviter", invitation.inviter().value())
                        .param("id", invitation.id())
                        .update()
                == 1;
    }

    /// Lets a declined one wait again. False when it is not declined, or seems withdrawn.
    boolean waitAgain(Invitation invitation) {
        return sql.sql(WAIT_AGAIN)
                        .param("inviter", invitation.inviter().value())
                        .param("id", invitation.id())
                        .update()
                == 1;
    }

    /// Lets a declined one seem withdrawn to its inviter.
    boolean seemWithdrawn(Invitation invitation, Instant at) {
        return sql.sql(SEEM_WITHDRAWN)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("inviter", invitation.inviter().value())
                        .param("id", invitation.id())
                        .update()
                == 1;
    }

    /// Ends what waits between the two and is over its time.
    void expire(MemberId a, MemberId b, Instant now) {
        sql.sql(EXPIRE)
                .param("a", a.value())
                .param("b", b.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends what waits between the two, in either direction.
    void voidPending(MemberId a, MemberId b, Instant at) {
        between(VOID, a, b, at);
    }

    /// Ends what waits between the two, or seems to, in either direction: they are connected without it.
    void supersede(MemberId a, MemberId b, Instant at) {
        between(SUPERSEDE, a, b, at);
    }

    /// Ends the seeming wait of declined ones between the two, so that they look like those that a block voids.
    void forgetDeclined(MemberId a, MemberId b, Instant at) {
        between(FORGET_DECLINED, a, b, at);
    }

    private void between(String statement, MemberId a, MemberId b, Instant at) {
        sql.sql(statement)
                .param("a", a.value())
                .param("b", b.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    static Invitation toInvitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                new MemberId(row.getLong("inviter_id")),
                new MemberId(row.getLong("invitee_id")),
                InvitationStatus.valueOf(row.getString("status")),
                new Claim(ClaimKind.valueOf(row.getString("claim_kind")), row.getString("claim")),
                check(row),
                new WhyNow(row.getString("why_now")),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                instant(row.getTimestamp("withdrawn_at")));
    }

    private static Check check(ResultSet row) throws SQLException {
        if (!row.getBoolean("is_checked")) {
            return Check.UNCHECKED;
        }
        return row.getBoolean("is_apart") ? Check.APART : Check.TRUE;
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
