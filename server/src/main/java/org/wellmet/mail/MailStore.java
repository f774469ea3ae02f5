package org.wellmet.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `mail` and `mail_budget`. Each method is one statement.
@Component
final class MailStore {
    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts one more mail, unless the hour's share is used up. A conditional update: parallel requests queue here.
    boolean spend(Instant hour, String key, int max) {
        return jdbc.sql("""
                        INSERT INTO mail_budget AS budget (hour, key, used)
                        VALUES (:hour, :key, 1)
                            ON CONFLICT (hour, key) DO UPDATE
                           SET used = budget.used + 1
                         WHERE budget.used < :max
                        """)
                        .param("hour", utc(hour))
                        .param("key", key)
                        .param("max", max)
                        .update()
                == 1;
    }

    /// Takes back what [#spend] counted in the same transaction.
    void giveBack(Instant hour, String key) {
        jdbc.sql("UPDATE mail_budget SET used = used - 1 WHERE hour = :hour AND key = :key AND used > 1")
                .param("hour", utc(hour))
                .param("key", key)
                .update();
    }

    MailId insert(Mail mail, Instant instant) {
        return new MailId(jdbc.sql("""
                        INSERT INTO mail (to_address, subject, body, is_one_time, status, queued_at, next_at, expires_at)
                        VALUES (:to, :subject, :body, :is_one_time, 'QUEUED', :instant, :instant, :expires_at)
                        RETURNING id
                        """)
                .param("to", mail.toAddress())
                .param("subject", mail.subject())
                .param("body", mail.text())
                .param("is_one_time", mail.isOneTime())
                .param("instant", utc(instant))
                .param("expires_at", utc(instant.plus(mail.validFor())))
                .query(Long.class)
                .single());
    }

    /// Queues a mail whose words are written when it is sent.
    MailId insertLate(String toAddress, Instant instant, Duration validFor) {
        return new MailId(jdbc.sql("""
                        INSERT INTO mail (to_address, subject, is_one_time, is_written_late, status, queued_at, next_at,
                                          expires_at)
                        VALUES (:to, '', false, true, 'QUEUED', :instant, :instant, :expires_at)
                        RETURNING id
                        """)
                .param("to", toAddress)
                .param("instant", utc(instant))
                .param("expires_at", utc(instant.plus(validFor)))
                .query(Long.class)
                .single());
    }

    /// Forgets a mail that has nothing to say any more.
    void drop(MailId id) {
        jdbc.sql("DELETE FROM mail WHERE id = :id").param("id", id.value()).update();
    }

    /// Takes mails that are due, noting the attempt and when the next one would be. Served by mail_due_idx; two nodes
    /// never take the same mail, and a node that dies with one leaves it to the next attempt.
    List<DueMail> takeDue(Instant instant, Duration firstWait, int limit) {
        return jdbc.sql("""
                        UPDATE mail
                           SET attempts = attempts + 1,
                               next_at = :instant + (:first_wait * power(5, attempts)) * interval '1 second'
                         WHERE id IN (SELECT id
                                        FROM mail
                                       WHERE status = 'QUEUED'
                                         AND next_at <= :instant
                                         AND expires_at > :instant
                                       ORDER BY next_at
                                       LIMIT :limit
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING id, to_address, subject, coalesce(body, '') AS body, attempts, is_written_late
                        """)
                .param("instant", utc(instant))
                .param("first_wait", firstWait.toSeconds())
                .param("limit", limit)
                .query((row, _) -> new DueMail(
                        new MailId(row.getLong("id")),
                        row.getString("to_address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getBoolean("is_written_late"),
                        Optional.empty()))
                .list();
    }

    /// Notes to which address it went: one that is written late goes to its reader's of that moment.
    void markSent(MailId id, String toAddress, Instant instant) {
        jdbc.sql("""
                        UPDATE mail
                           SET status = 'SENT', to_address = :to, sent_at = :instant, last_error = NULL,
                               body = CASE WHEN is_one_time THEN NULL ELSE body END
                         WHERE id = :id
                        """)
                .param("to", toAddress)
                .param("instant", utc(instant))
                .param("id", id.value())
                .update();
    }

    /// Notes that the operator has handed on what no mail server took; false where nothing lay there.
    boolean markHandedOn(MailId id, Instant instant) {
        return jdbc.sql("""
                        UPDATE mail
                           SET status = 'SENT', sent_at = :instant, body = CASE WHEN is_one_time THEN NULL ELSE body END
                         WHERE id = :id
                           AND status = 'QUEUED'
                           AND NOT is_written_late
                        """)
                        .param("instant", utc(instant))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// Served by mail_expires_idx.
    long queuedCount(Instant instant) {
        return jdbc.sql("""
                        SELECT count(*)
                          FROM mail
                         WHERE status = 'QUEUED'
                           AND expires_at > :instant
                           AND NOT is_written_late
                        """).param("instant", utc(instant)).query(Long.class).single();
    }

    void markRefused(MailId id, String error, boolean isLast) {
        jdbc.sql("""
                        UPDATE mail
                           SET status = CASE WHEN :is_last THEN 'FAILED' ELSE status END, last_error = :error,
                               body = CASE WHEN :is_last AND is_one_time THEN NULL ELSE body END
                         WHERE id = :id
                        """)
                .param("is_last", isLast)
                .param("error", error.length() <= 500 ? error : error.substring(0, 500))
                .param("id", id.value())
                .update();
    }

    /// Served by mail_expires_idx.
    int expire(Instant instant) {
        return jdbc.sql("""
                        UPDATE mail
                           SET status = 'EXPIRED', body = CASE WHEN is_one_time THEN NULL ELSE body END
                         WHERE status = 'QUEUED'
                           AND expires_at <= :instant
                        """).param("instant", utc(instant)).update();
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM mail WHERE status <> 'QUEUED' AND expires_at < :before")
                .param("before", utc(before))
                .update();
    }

    int forgetBudgets(Instant before) {
        return jdbc.sql("DELETE FROM mail_budget WHERE hour < :before")
                .param("before", utc(before))
                .update();
    }

    List<OutboxMail> latest(int limit, boolean isReadable) {
        return jdbc.sql("""
                        SELECT id, to_address, subject, CASE WHEN NOT is_one_time OR :readable THEN body END AS body,
                               status, attempts, queued_at, expires_at, sent_at, last_error, is_written_late
                          FROM mail
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("readable", isReadable)
                .param("limit", limit)
                .query((row, _) -> toOutboxMail(row))
                .list();
    }

    Optional<OutboxMail> find(MailId id, boolean isReadable) {
        return jdbc.sql("""
                        SELECT id, to_address, subject, CASE WHEN NOT is_one_time OR :readable THEN body END AS body,
                               status, attempts, queued_at, expires_at, sent_at, last_error, is_written_late
                          FROM mail
                         WHERE id = :id
                           AND NOT is_written_late
                        """)
                .param("readable", isReadable)
                .param("id", id.value())
                .query((row, _) -> toOutboxMail(row))
                .optional();
    }

    private static OutboxMail toOutboxMail(ResultSet row) throws SQLException {
        return new OutboxMail(
                new MailId(row.getLong("id")),
                row.getString("to_address"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("body")),
                OutboxMail.Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getTimestamp("queued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("last_error")),
                row.getBoolean("is_written_late"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
