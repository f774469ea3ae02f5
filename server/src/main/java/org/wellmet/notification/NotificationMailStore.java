package org.wellmet.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    // Whoever holds it decides on the member's mails; who finds it held passes by.
    private static final String HOLD = """
            SELECT pg_try_advisory_xact_lock(hashtextextended('notification_mail ' || :member, 0)) AS is_held
            """;

    private static final String DUE = """
            SELECT id FROM notification WHERE member_id = :member AND mail_at <= :now ORDER BY id LIMIT :limit
            """;

    // Never waits for a row: one that is being changed stays due, and is looked at again.
    static final String TAKE = """
            UPDATE notification
               SET mail_at = :until
             WHERE member_id = :member
               AND id IN (SELECT id
                            FROM notification
                           WHERE member_id = :member
                             AND id = ANY (:ids)
                             AND mail_at <= :now
                             FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;

    private static final String TELL_LATER = """
            UPDATE notification SET mail_at = :at WHERE member_id = :member AND id = ANY (:ids)
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
    private final String hold;
    private final String take;

    @Autowired
    NotificationMailStore(JdbcClient sql) {
        this(sql, HOLD, TAKE);
    }

    /// @param hold how a member is kept from others who look at the same time
    /// @param take how notifications are taken
    NotificationMailStore(JdbcClient sql, String hold, String take) {
        this.sql = sql;
        this.hold = hold;
        this.take = take;
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

    /// Whether the member is the caller's until the transaction ends.
    boolean hold(MemberId member) {
        return sql.sql(hold)
                .param("member", member.value())
                .query((row, _) -> row.getBoolean("is_held"))
                .single();
    }

    List<Long> due(MemberId member, Instant now, int limit) {
        return sql.sql(DUE)
                .param("member", member.value())
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /// Makes what is due and can be taken due no more.
    Told take(Told due, Instant now) {
        return new Told(due.member(), take(due, now, null));
    }

    /// Makes what is due and can be taken due later.
    void putOff(Told due, Instant now, Instant until) {
        take(due, now, utc(until));
    }

    private List<Long> take(Told due, Instant now, @Nullable OffsetDateTime until) {
        return sql.sql(take)
                .param("until", until, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("member", due.member().value())
                .param("ids", array(due.notifications()))
                .param("now", utc(now))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /// Makes what was told, or was to be, due again.
    void tellLater(Told told, Instant at) {
        sql.sql(TELL_LATER)
                .param("at", utc(at))
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
