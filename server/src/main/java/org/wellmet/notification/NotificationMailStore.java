package org.wellmet.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.mail.MailId;
import org.wellmet.member.MemberId;

/// Rows of `notification` as far as they are mailed, and of `notification_mail`. Each method is one
/// statement and runs in the caller's transaction.
@Component
final class NotificationMailStore {
    // Served by notification_mail_idx; a scatter.
    private static final String DUE_MEMBERS = """
            SELECT member_id
              FROM notification
             WHERE mail_at <= :now
             GROUP BY member_id
             ORDER BY min(mail_at)
             LIMIT :limit
            """;

    private static final String TAKE = """
            SELECT id
              FROM notification
             WHERE member_id = :member
               AND mail_at <= :now
             ORDER BY id
             LIMIT :limit
            """;

    private static final String PUT_OFF = """
            UPDATE notification SET mail_at = :at WHERE member_id = :member AND id = ANY (:ids)
            """;

    private static final String TAKE_OFF = """
            UPDATE notification SET mail_at = NULL WHERE member_id = :member AND id = ANY (:ids)
            """;

    // The primary key.
    private static final String UNREAD = """
            SELECT id, kind, actor_id, subject_id, coalesce(untold_since, at) AS untold_since
              FROM notification
             WHERE member_id = :member
               AND id = ANY (:ids)
               AND NOT is_over
               AND NOT is_read
               AND at > :since
             ORDER BY id
            """;

    private static final String INSERT = """
            INSERT INTO notification_mail (member_id, mail_id, notification_ids, queued_at)
            VALUES (:member, :mail, :ids, :at)
            """;

    // The primary key, as far as the member goes: a member's mails of some days.
    private static final String COUNT = """
            SELECT count(*) FROM notification_mail WHERE member_id = :member AND queued_at >= :since
            """;

    private static final String FORGET = """
            DELETE FROM notification_mail WHERE member_id = :member AND queued_at < :before
            """;

    // Served by notification_mail_id_idx; a scatter.
    private static final String FIND = """
            SELECT member_id, notification_ids FROM notification_mail WHERE mail_id = :mail
            """;

    private final JdbcClient sql;
    private final String lock;

    @Autowired
    NotificationMailStore(JdbcClient sql) {
        this(sql, "FOR UPDATE SKIP LOCKED");
    }

    /// @param lock how taken rows are kept from others who take
    NotificationMailStore(JdbcClient sql, String lock) {
        this.sql = sql;
        this.lock = lock;
    }

    /// A mail and what it tells of.
    record Told(MemberId member, List<Long> notifications) {
        Told {
            notifications = List.copyOf(notifications);
        }
    }

    /// Members for whom something is due, those first who wait longest.
    List<MemberId> dueMembers(Instant now, int limit) {
        return sql.sql(DUE_MEMBERS)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .list();
    }

    /// What is due for the member and nobody else has taken: it is the caller's until the transaction ends.
    List<Long> take(MemberId member, Instant now, int limit) {
        return sql.sql(TAKE + lock)
                .param("member", member.value())
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    void putOff(Told told, Instant until) {
        sql.sql(PUT_OFF)
                .param("at", utc(until))
                .param("member", told.member().value())
                .param("ids", array(told.notifications()))
                .update();
    }

    void takeOff(Told told) {
        sql.sql(TAKE_OFF)
                .param("member", told.member().value())
                .param("ids", array(told.notifications()))
                .update();
    }

    /// Those that still hold and that the member has not read.
    List<DueNotification> unread(Told told, Instant since) {
        return sql.sql(UNREAD)
                .param("member", told.member().value())
                .param("ids", array(told.notifications()))
                .param("since", utc(since))
                .query((row, _) -> notification(row))
                .list();
    }

    void insert(MailId mail, Told told, Instant at) {
        sql.sql(INSERT)
                .param("member", told.member().value())
                .param("mail", mail.value())
                .param("ids", array(told.notifications()))
                .param("at", utc(at))
                .update();
    }

    long countSince(MemberId member, Instant since) {
        return sql.sql(COUNT)
                .param("member", member.value())
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    void forget(MemberId member, Instant before) {
        sql.sql(FORGET)
                .param("member", member.value())
                .param("before", utc(before))
                .update();
    }

    Optional<Told> find(MailId mail) {
        return sql.sql(FIND)
                .param("mail", mail.value())
                .query((row, _) -> new Told(new MemberId(row.getLong("member_id")), List.of((Long[])
                        row.getArray("notification_ids").getArray())))
                .optional();
    }

    private static DueNotification notification(ResultSet row) throws SQLException {
        return new DueNotification(
                row.getLong("id"),
                NotificationKind.valueOf(row.getString("kind")),
                new MemberId(row.getLong("actor_id")),
                row.getLong("subject_id"),
                row.getTimestamp("untold_since").toInstant());
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
