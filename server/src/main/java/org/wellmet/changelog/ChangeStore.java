package org.wellmet.changelog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of `change`. Each method is one statement and runs in the caller's transaction.
final class ChangeStore {
    private static final String APPEND = """
            WITH written AS (
                INSERT INTO change (at, kind, member_id, other_id, subject_id)
                VALUES (:at, :kind, :member, :other, :subject)
                RETURNING xid)
            SELECT xid::text::bigint AS xid, pg_notify('change', '') IS NULL AS told
              FROM written
            """;

    // The horizon and the rows come from one snapshot, hence one statement. The primary key (xid, seq) serves the
    // range.
    private static final String AFTER = """
            SELECT horizon.xid::text::bigint AS horizon,
                   EXISTS (SELECT 1 FROM change AS later WHERE later.xid >= horizon.xid) AS is_held_back,
                   change.xid::text::bigint AS xid, change.seq, change.at, change.kind,
                   change.member_id, change.other_id, change.subject_id
              FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xid) AS horizon
              LEFT JOIN LATERAL (
                     SELECT xid, seq, at, kind, member_id, other_id, subject_id
                       FROM change
                      WHERE xid < horizon.xid
                        AND (xid, seq) > (:xid::text::xid8, :seq)
                      ORDER BY xid, seq
                      LIMIT :limit) AS change ON true
             ORDER BY change.xid, change.seq
            """;

    private static final String HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    // No horizon here: whoever reads one snapshot sees what it sees. The primary key serves the range.
    private static final String SEEN_AFTER = """
            SELECT xid::text::bigint AS xid, seq, at, kind, member_id, other_id, subject_id
              FROM change
             WHERE (xid, seq) > (:xid::text::xid8, :seq)
             ORDER BY xid, seq
             LIMIT :limit
            """;

    private static final String OLDEST = """
            SELECT xid::text::bigint AS xid, seq FROM change ORDER BY xid, seq LIMIT 1
            """;

    // A beginning of the order, whatever the times say, so that whoever finds a place in the log finds all after it.
    private static final String PRUNE = """
            DELETE FROM change
             WHERE (xid, seq) < (SELECT xid, seq FROM change WHERE at >= :before ORDER BY xid, seq LIMIT 1)
            """;

    private static final String MAY_TELL_CLUSTER = """
            SELECT has_function_privilege('pg_control_system()', 'EXECUTE')
               AND has_function_privilege('pg_control_checkpoint()', 'EXECUTE')
            """;

    private static final String CLUSTER = """
            SELECT system_identifier || ' ' || timeline_id || ' ' || pg_database.oid
              FROM pg_control_system(), pg_control_checkpoint(), pg_database
             WHERE datname = current_database()
            """;

    private final JdbcClient sql;

    ChangeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Writes one change and wakes the tails at commit. Returns the id of the writing transaction.
    long append(Instant at, String kind, long memberId, long otherId, long subjectId) {
        return sql.sql(APPEND)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("member", memberId)
                .param("other", otherId)
                .param("subject", subjectId)
                .query((row, _) -> row.getLong("xid"))
                .single();
    }

    /// Up to `limit` changes after `cursor` that no running transaction can still slip below.
    Batch after(Position cursor, int limit) {
        return sql.sql(AFTER)
                .param("xid", Long.toString(cursor.xid()))
                .param("seq", cursor.seq())
                .param("limit", limit)
                .query(ChangeStore::toBatch);
    }

    /// The oldest transaction still running, or the next one to start: all below have ended.
    long horizon() {
        return sql.sql(HORIZON).query(Long.class).single();
    }

    /// Up to `limit` changes after `cursor` that the open transaction sees.
    List<Change> seenAfter(Position cursor, int limit) {
        return sql.sql(SEEN_AFTER)
                .param("xid", Long.toString(cursor.xid()))
                .param("seq", cursor.seq())
                .param("limit", limit)
                .query((row, _) -> toChange(row))
                .list();
    }

    /// The first change that has not been forgotten.
    Optional<Position> oldest() {
        return sql.sql(OLDEST).query((row, _) -> toPosition(row)).optional();
    }

    /// Whether this account may ask [#cluster].
    boolean mayTellCluster() {
        return sql.sql(MAY_TELL_CLUSTER).query(Boolean.class).single();
    }

    /// Which database of which cluster this is, and in which of its lives: a recovery from a backup begins another.
    String cluster() {
        return sql.sql(CLUSTER).query(String.class).single();
    }

    /// Forgets changes that every projection has long passed. Returns how many.
    int prune(Instant before) {
        return sql.sql(PRUNE).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static Batch toBatch(ResultSet rows) throws SQLException {
        long horizon = 0;
        boolean isHeldBack = false;
        List<Change> changes = new ArrayList<>();
        while (rows.next()) {
            horizon = rows.getLong("horizon");
            isHeldBack = rows.getBoolean("is_held_back");
            toPosition(rows);
            if (!rows.wasNull()) { // no change behind the horizon: the outer join gives one empty row
                changes.add(toChange(rows));
            }
        }
        return new Batch(horizon, isHeldBack, List.copyOf(changes));
    }

    private static Position toPosition(ResultSet row) throws SQLException {
        return new Position(row.getLong("xid"), row.getLong("seq"));
    }

    private static Change toChange(ResultSet row) throws SQLException {
        return new Change(
                toPosition(row),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getLong("member_id"),
                row.getLong("other_id"),
                row.getLong("subject_id"));
    }

    /// Changes and the horizon of the snapshot that showed them.
    ///
    /// @param isHeldBack whether committed changes lie beyond the horizon, for an earlier transaction still runs
    record Batch(long horizon, boolean isHeldBack, List<Change> changes) {}
}
