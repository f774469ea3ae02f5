package org.wellmet.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `notification`. Each method is one statement and runs in the caller's transaction.
final class NotificationStore {
    private final JdbcClient sql;

    NotificationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The times of a notification.
    ///
    /// @param untoldSince what happened after it is told: several messages on one invitation are one notification
    /// @param mailAt when it is due to be mailed, if it is to be
    record When(Instant at, Instant untoldSince, Optional<Instant> mailAt) {}

    /// Notes that something happened, or happened again after it was over; the time, what was read and what was mailed
    /// stay as they were.
    void note(MemberId member, NotificationKind kind, MemberId actor, long subjectId, When when) {
        sql.sql("""
                        INSERT INTO notification (member_id, kind, actor_id, subject_id, at, mail_at, untold_since)
                        VALUES (:member, :kind, :actor, :subject, :at, :mail_at, :untold_since)
                            ON CONFLICT (member_id, kind, actor_id, subject_id) DO UPDATE
                           SET is_over = false
                        """)
                .param("member", member.value())
                .param("kind", kind.name())
                .param("actor", actor.value())
                .param("subject", subjectId)
                .param("at", utc(when.at()))
                .param("mail_at", when.mailAt().map(NotificationStore::utc).orElse(null))
                .param("untold_since", utc(when.untoldSince()))
                .update();
    }

    void end(MemberId member, NotificationKind kind, MemberId actor, long subjectId) {
        sql.sql("""
                        UPDATE notification
                           SET is_over = true
                         WHERE member_id = :member
                           AND kind = :kind
                           AND actor_id = :actor
                           AND subject_id = :subject
                        """)
                .param("member", member.value())
                .param("kind", kind.name())
                .param("actor", actor.value())
                .param("subject", subjectId)
                .update();
    }

    /// Tells again what the member was told of the invitation by `actor` until it was over, read and mailed as it was.
    /// Served by the unique key.
    void resume(MemberId member, MemberId actor, long invitation) {
        sql.sql("""
                        UPDATE notification
                           SET is_over = false
                         WHERE member_id = :member
                           AND kind IN ('INVITED', 'SAID_ON_INVITATION')
                           AND actor_id = :actor
                           AND subject_id = :invitation
                           AND is_over
                        """)
                .param("member", member.value())
                .param("actor", actor.value())
                .param("invitation", invitation)
                .update();
    }

    /// Takes it out, so that the next of the same is told anew. Says after when that one has to tell; nothing when
    /// there was
    /// none.
    Optional<Instant> forget(MemberId member, NotificationKind kind, MemberId actor, long subjectId) {
        return sql.sql("""
                        DELETE FROM notification
                         WHERE member_id = :member
                           AND kind = :kind
                           AND actor_id = :actor
                           AND subject_id = :subject
                        RETURNING CASE WHEN mail_at IS NOT NULL AND NOT is_read THEN untold_since ELSE at END AS untold_since
                        """)
                .param("member", member.value())
                .param("kind", kind.name())
                .param("actor", actor.value())
                .param("subject", subjectId)
                .query((row, _) -> row.getTimestamp("untold_since").toInstant())
                .optional();
    }

    /// Ends that the member is told of invitations by `actor`. Served by the unique key.
    void endInvitations(MemberId member, MemberId actor) {
        sql.sql("""
                        UPDATE notification
                           SET is_over = true
                         WHERE member_id = :member
                           AND kind = 'INVITED'
                           AND actor_id = :actor
                           AND NOT is_over
                        """)
                .param("member", member.value())
                .param("actor", actor.value())
                .update();
    }

    /// Served by the unique key as far as the member goes.
    void endAllBy(MemberId member, MemberId actor) {
        sql.sql("UPDATE notification SET is_over = true WHERE member_id = :member AND actor_id = :actor")
                .param("member", member.value())
                .param("actor", actor.value())
                .update();
    }

    /// Served by notification_latest_idx.
    List<NotificationRow> before(MemberId member, long before, int limit) {
        return rows("""
                        SELECT id, kind, actor_id, subject_id, at, is_read
                          FROM notification
                         WHERE member_id = :member
                           AND NOT is_over
                           AND id < :before
                         ORDER BY id DESC
                         LIMIT :limit
                        """, member, before, limit);
    }

    /// Served by notification_unread_idx.
    List<NotificationRow> unreadBefore(MemberId member, long before, int limit) {
        return rows("""
                        SELECT id, kind, actor_id, subject_id, at, is_read
                          FROM notification
                         WHERE member_id = :member
                           AND NOT is_over
                           AND NOT is_read
                           AND id < :before
                         ORDER BY id DESC
                         LIMIT :limit
                        """, member, before, limit);
    }

    void markRead(MemberId member, long upTo) {
        sql.sql("""
                        UPDATE notification
                           SET is_read = true
                         WHERE member_id = :member
                           AND NOT is_over
                           AND NOT is_read
                           AND id <= :up_to
                        """).param("member", member.value()).param("up_to", upTo).update();
    }

    /// Reactions to one update are shown as one. Served by the primary key, and by notification_unread_idx.
    void markOpened(MemberId member, long id) {
        sql.sql("""
                        UPDATE notification
                           SET is_read = true
                          FROM notification AS opened
                         WHERE opened.id = :id
                           AND opened.member_id = :member
                           AND notification.member_id = :member
                           AND NOT notification.is_over
                           AND NOT notification.is_read
                           AND notification.id <= opened.id
                           AND (notification.id = opened.id
                                OR (notification.kind = 'REACTED'
                                    AND opened.kind = 'REACTED'
                                    AND notification.subject_id = opened.subject_id))
                        """).param("member", member.value()).param("id", id).update();
    }

    /// Marks read what the member was told of the invitation by `actor`, for they answered it. Served by the unique
    /// key.
    void markAnswered(MemberId member, MemberId actor, long invitation) {
        sql.sql("""
                        UPDATE notification
                           SET is_read = true
                         WHERE member_id = :member
                           AND kind IN ('INVITED', 'SAID_ON_INVITATION')
                           AND actor_id = :actor
                           AND subject_id = :invitation
                           AND NOT is_read
                        """)
                .param("member", member.value())
                .param("actor", actor.value())
                .param("invitation", invitation)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private List<NotificationRow> rows(String query, MemberId member, long before, int limit) {
        return sql.sql(query)
                .param("member", member.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new NotificationRow(
                        row.getLong("id"),
                        NotificationKind.valueOf(row.getString("kind")),
                        new MemberId(row.getLong("actor_id")),
                        row.getLong("subject_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("is_read")))
                .list();
    }
}
