package org.wellmet.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.web.Look;

/// Rows of `session`. Each method is one statement and runs in the caller's transaction.
final class SessionStore {
    // Whoever does not take part has no session, whatever rows there are: a suspension needs no second look elsewhere.
    private static final String FIND = """
            SELECT session.created_at, session.last_seen_at,
                   member.id, member.handle, member.name, member.headline, member.picture_id, member.is_operator, member.is_public,
                   look.language, look.theme, look.zone
              FROM session
              JOIN member ON member.id = session.member_id
              LEFT JOIN member_look AS look ON look.member_id = session.member_id
             WHERE session.member_id = :member
               AND session.key_hash = :key
               AND session.created_at > :oldest
               AND session.last_seen_at > :idle_since
               AND member.status = 'ACTIVE'
            """;

    private static final String INSERT = """
            INSERT INTO session (member_id, key_hash, browser, system, created_at, last_seen_at)
            SELECT id, :key, :browser, :system, :at, :at
              FROM member
             WHERE id = :member AND status = 'ACTIVE'
            """;

    private static final String SEEN = """
            UPDATE session SET last_seen_at = :at
             WHERE member_id = :member AND key_hash = :key AND last_seen_at < :at
            """;

    private static final String OF = """
            SELECT key_hash, browser, system, created_at, last_seen_at
              FROM session
             WHERE member_id = :member AND created_at > :oldest AND last_seen_at > :idle_since
             ORDER BY last_seen_at DESC
             LIMIT :limit
            """;

    private static final String END = "DELETE FROM session WHERE member_id = :member AND key_hash = :key";

    private static final String END_ALL_BUT = """
            DELETE FROM session WHERE member_id = :member AND key_hash <> :key RETURNING key_hash
            """;

    private static final String END_ALL = "DELETE FROM session WHERE member_id = :member";

    // Served by session_last_seen_idx. One that is too old and still used goes idle in its turn: it opens nothing.
    private static final String SWEEP = "DELETE FROM session WHERE last_seen_at < :idle_since"; // scatter

    private final JdbcClient sql;

    SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<KnownSession> find(SessionKey key, Lapse lapse) {
        return sql.sql(FIND)
                .param("member", key.member().value())
                .param("key", key.hash())
                .param("oldest", lapse.oldest().atOffset(ZoneOffset.UTC))
                .param("idle_since", lapse.idleSince().atOffset(ZoneOffset.UTC))
                .query((row, _) -> toKnown(row))
                .optional();
    }

    boolean insert(SessionKey key, Device device, Instant at) {
        return sql.sql(INSERT)
                        .param("member", key.member().value())
                        .param("key", key.hash())
                        .param("browser", device.browser())
                        .param("system", device.system())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void seen(SessionKey key, Instant at) {
        sql.sql(SEEN)
                .param("member", key.member().value())
                .param("key", key.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<OpenSession> of(MemberId member, Lapse lapse, int limit) {
        return sql.sql(OF)
                .param("member", member.value())
                .param("oldest", lapse.oldest().atOffset(ZoneOffset.UTC))
                .param("idle_since", lapse.idleSince().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new OpenSession(
                        SessionKey.of(member, row.getBytes("key_hash")),
                        new Device(row.getString("browser"), row.getString("system")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()))
                .list();
    }

    boolean end(SessionKey key) {
        return sql.sql(END)
                        .param("member", key.member().value())
                        .param("key", key.hash())
                        .update()
                == 1;
    }

    List<SessionKey> endAllBut(SessionKey kept) {
        return sql.sql(END_ALL_BUT)
                .param("member", kept.member().value())
                .param("key", kept.hash())
                .query((row, _) -> SessionKey.of(kept.member(), row.getBytes("key_hash")))
                .list();
    }

    void endAll(MemberId member) {
        sql.sql(END_ALL).param("member", member.value()).update();
    }

    void sweep(Lapse lapse) {
        sql.sql(SWEEP)
                .param("idle_since", lapse.idleSince().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static KnownSession toKnown(ResultSet row) throws SQLException {
        long picture = row.getLong("picture_id");
        Optional<Long> pictureId = row.wasNull() ? Optional.empty() : Optional.of(picture);
        Member member = new Member(
                new MemberId(row.getLong("id")),
                row.getString("handle"),
                row.getString("name"),
                row.getString("headline"),
                pictureId,
                MemberStatus.ACTIVE,
                row.getBoolean("is_operator"),
                row.getBoolean("is_public"));
        Optional<Look> look = row.getString("language") == null
                ? Optional.empty()
                : LookStore.look(row.getString("language"), row.getString("theme"), row.getString("zone"));
        return new KnownSession(
                new SignedInMember(member, look),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant());
    }

    /// Sessions created before `oldest`, or not seen since `idleSince`, have lapsed.
    record Lapse(Instant oldest, Instant idleSince) {}
}
