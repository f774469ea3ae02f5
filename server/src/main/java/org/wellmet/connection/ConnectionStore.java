package org.wellmet.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// Rows of `connection` and `connection_setting`. Each method is one statement and runs in the caller's transaction.
final class ConnectionStore {
    // Both directions at once; their foreign keys onto each other are checked at commit.
    private static final String CONNECT = """
            INSERT INTO connection (member_id, other_id, since)
            VALUES (:a, :b, :at), (:b, :a, :at)
            ON CONFLICT (member_id, other_id) DO NOTHING
            """;

    private static final String DISCONNECT = """
            DELETE FROM connection WHERE (member_id, other_id) IN ((:a, :b), (:b, :a))
            """;

    private static final String SINCE = """
            SELECT since FROM connection WHERE member_id = :a AND other_id = :b
            """;

    // Keyset paging over connection_since_idx. Accents are forgiven by taking names apart (NFD) and dropping the marks;
    // only the owner's own connections are looked at, and the owner's own notes on them.
    static final String LIST = """
            SELECT connection.other_id, connection.since
              FROM connection
              JOIN member ON member.id = connection.other_id
              LEFT JOIN connection_note ON connection_note.member_id = connection.member_id
                                       AND connection_note.other_id = connection.other_id
             WHERE connection.member_id = :owner
               AND member.status = 'ACTIVE'
               AND (connection.since, connection.other_id) < (:since, :other)
               AND (:search = '' OR strpos(
                    regexp_replace(
                        lower(normalize(
                            concat_ws(E'\\n', member.name, connection_note.note, connection_note.how_we_met), NFD)),
                        '[\\u0300-\\u036f]', '', 'g'),
                    regexp_replace(lower(normalize(:search, NFD)), '[\\u0300-\\u036f]', '', 'g')) > 0)
             ORDER BY connection.since DESC, connection.other_id DESC
             LIMIT :limit
            """;

    // The primary key.
    private static final String SINCE_ALL = """
            SELECT other_id, since FROM connection WHERE member_id = :member AND other_id = ANY(:others)
            """;

    private static final String LIST_AUDIENCE = """
            SELECT list_audience FROM connection_setting WHERE member_id = :member
            """;

    private static final String SHOW_LIST = """
            INSERT INTO connection_setting (member_id, list_audience) VALUES (:member, :audience)
            ON CONFLICT (member_id) DO UPDATE SET list_audience = excluded.list_audience
            """;

    private final JdbcClient sql;

    ConnectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// False when the two were connected already.
    boolean connect(MemberId a, MemberId b, Instant at) {
        return sql.sql(CONNECT)
                        .param("a", a.value())
                        .param("b", b.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// False when the two were not connected.
    boolean disconnect(MemberId a, MemberId b) {
        return sql.sql(DISCONNECT).param("a", a.value()).param("b", b.value()).update() > 0;
    }

    Optional<Instant> since(MemberId a, MemberId b) {
        return sql.sql(SINCE)
                .param("a", a.value())
                .param("b", b.value())
                .query((row, _) -> row.getTimestamp("since").toInstant())
                .optional();
    }

    Map<MemberId, Instant> since(MemberId member, Collection<MemberId> others) {
        Map<MemberId, Instant> since = new HashMap<>();
        sql.sql(SINCE_ALL)
                .param("member", member.value())
                .param("others", others.stream().map(MemberId::value).toArray(Long[]::new))
                .query(row -> {
                    since.put(
                            new MemberId(row.getLong("other_id")),
                            row.getTimestamp("since").toInstant());
                });
        return since;
    }

    List<Connection> list(MemberId owner, String search, Connection after, int limit) {
        return sql.sql(LIST)
                .param("owner", owner.value())
                .param("search", search)
                .param("since", after.since().atOffset(ZoneOffset.UTC))
                .param("other", after.other().value())
                .param("limit", limit)
                .query((row, _) -> new Connection(
                        new MemberId(row.getLong("other_id")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    Optional<Audience> listAudience(MemberId member) {
        return sql.sql(LIST_AUDIENCE)
                .param("member", member.value())
                .query((row, _) -> Audience.valueOf(row.getString("list_audience")))
                .optional();
    }

    void showList(MemberId member, Audience audience) {
        sql.sql(SHOW_LIST)
                .param("member", member.value())
                .param("audience", audience.name())
                .update();
    }
}
