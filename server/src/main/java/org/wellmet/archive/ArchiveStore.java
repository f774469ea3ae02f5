package org.wellmet.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import tools.jackson.databind.json.JsonMapper;

/// Rows of `archive_upload`. Each method is one statement and runs in the caller's transaction.
final class ArchiveStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;

    ArchiveStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Lets it wait, in the place of what waited before.
    void put(MemberId member, Upload upload, Instant expiresAt) {
        sql.sql("""
                INSERT INTO archive_upload
                       (member_id, kind, resume, contacts, contact_count, left_alone, expires_at)
                VALUES (:member, :kind, :resume::jsonb, :contacts::jsonb, :contact_count, :left_alone::jsonb, :expires_at)
                    ON CONFLICT (member_id) DO UPDATE
                   SET id = DEFAULT,
                       kind = excluded.kind,
                       resume = excluded.resume,
                       contacts = excluded.contacts,
                       contact_count = excluded.contact_count,
                       left_alone = excluded.left_alone,
                       expires_at = excluded.expires_at
                """)
                .param("member", member.value())
                .param("kind", upload.kind().name())
                .param("resume", upload.resume())
                .param("contacts", upload.contacts())
                .param("contact_count", upload.contactCount())
                .param("left_alone", JSON.writeValueAsString(upload.leftAlone()))
                .param("expires_at", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What waits, its contacts left in the database.
    Optional<Waiting> find(MemberId member, Instant now) {
        return sql.sql("""
                SELECT id, kind, resume, contact_count, left_alone, expires_at
                  FROM archive_upload
                 WHERE member_id = :member
                   AND expires_at > :now
                """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ArchiveStore::waiting)
                .optional();
    }

    /// As [#find], and holds it until the transaction ends: of two take-overs the second finds nothing.
    Optional<Waiting> hold(MemberId member, Instant now) {
        return sql.sql("""
                SELECT id, kind, resume, contact_count, left_alone, expires_at
                  FROM archive_upload
                 WHERE member_id = :member
                   AND expires_at > :now
                   FOR UPDATE
                """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ArchiveStore::waiting)
                .optional();
    }

    void delete(MemberId member) {
        sql.sql("DELETE FROM archive_upload WHERE member_id = :member")
                .param("member", member.value())
                .update();
    }

    /// Forgets what nobody took over. Served by archive_upload_expires_idx; a scatter, over every member's.
    void deleteExpired(Instant now) {
        sql.sql("DELETE FROM archive_upload WHERE expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                Waiting.Kind.valueOf(row.getString("kind")),
                Uploads.resume(row.getString("resume")),
                row.getInt("contact_count"),
                List.of(JSON.readValue(row.getString("left_alone"), String[].class)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /// What is to wait; `resume` and `contacts` are JSON.
    record Upload(Waiting.Kind kind, String resume, String contacts, int contactCount, List<String> leftAlone) {}
}
