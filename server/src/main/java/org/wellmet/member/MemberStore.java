package org.wellmet.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of `member`. Each method is one statement and runs in the caller's transaction.
final class MemberStore {
    private static final String COLUMNS = "id, handle, name, headline, picture_id, status, is_operator, is_public";

    private static final String INSERT = """
            INSERT INTO member (handle, name, headline, status, is_operator, joined_at)
            VALUES (:handle, :name, '', :status, :operator, :at)
            RETURNING id
            """;

    private static final String HANDLES_LIKE = """
            SELECT handle FROM member WHERE handle = :handle OR handle LIKE :handle || '-%'
             UNION
            SELECT handle FROM former_handle WHERE handle = :handle OR handle LIKE :handle || '-%'
            """;

    // Keeps the old handle for its member and takes the new one, where neither a member has it nor another had it.
    private static final String SET_HANDLE = """
            WITH free AS (
                SELECT id, handle FROM member
                 WHERE id = :id
                   AND handle <> :handle
                   AND NOT EXISTS (SELECT 1 FROM member WHERE handle = :handle)
                   AND NOT EXISTS (SELECT 1 FROM former_handle WHERE handle = :handle AND member_id <> :id)
            ), kept AS (
                INSERT INTO former_handle (handle, member_id) SELECT handle, id FROM free
                ON CONFLICT (handle) DO NOTHING
            )
            UPDATE member SET handle = :handle FROM free WHERE member.id = free.id
            """;

    // member_operator_idx; scatter
    private static final String OPERATORS = """
            SELECT id FROM member WHERE is_operator AND status = 'ACTIVE' ORDER BY id LIMIT :limit
            """;

    private static final String FIND_BY_FORMER_HANDLE = "SELECT " + COLUMNS
            + " FROM member WHERE id = (SELECT member_id FROM former_handle WHERE handle = :handle)";

    private final JdbcClient sql;

    MemberStore(JdbcClient sql) {
        this.sql = sql;
    }

    MemberId insert(Handle handle, String name, MemberStatus status, boolean isOperator, Instant at) {
        return new MemberId(sql.sql(INSERT)
                .param("handle", handle.value())
                .param("name", name)
                .param("status", status.name())
                .param("operator", isOperator)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    /// Waits until nobody else takes a handle like this one, and keeps them waiting until the caller's
    /// transaction ends. Handles are alike that differ by numbers at the end: `ada-2` is what a second `ada`
    /// gets.
    void holdHandle(Handle handle) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('handle ' || :handle, 0)) IS NULL")
                .param("handle", handle.value().replaceFirst("(-\\d+)+$", ""))
                .query(Boolean.class)
                .single();
    }

    List<Handle> handlesLike(Handle handle) {
        return sql.sql(HANDLES_LIKE)
                .param("handle", handle.value())
                .query((row, _) -> new Handle(row.getString("handle")))
                .list();
    }

    Optional<Member> find(MemberId id) {
        return sql.sql("SELECT " + COLUMNS + " FROM member WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> toMember(row))
                .optional();
    }

    Optional<Member> findByHandle(Handle handle) {
        return sql.sql("SELECT " + COLUMNS + " FROM member WHERE handle = :handle")
                .param("handle", handle.value())
                .query((row, _) -> toMember(row))
                .optional();
    }

    List<Member> all(Collection<MemberId> ids) {
        return sql.sql("SELECT " + COLUMNS + " FROM member WHERE id = ANY(:ids)")
                .param("ids", ids.stream().map(MemberId::value).toArray(Long[]::new))
                .query((row, _) -> toMember(row))
                .list();
    }

    List<MemberId> operators(int limit) {
        return sql.sql(OPERATORS)
                .param("limit", limit)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
    }

    List<MemberId> idsAfter(long after, int limit) {
        return sql.sql("SELECT id FROM member WHERE id > :after ORDER BY id LIMIT :limit") // scatter
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
    }

    int setStatus(MemberId id, MemberStatus status) {
        return sql.sql("UPDATE member SET status = :status WHERE id = :id")
                .param("status", status.name())
                .param("id", id.value())
                .update();
    }

    boolean keep(Collection<MemberId> ids) {
        return locked("SELECT id FROM member WHERE id = ANY(:ids) ORDER BY id FOR KEY SHARE", ids);
    }

    boolean queue(Collection<MemberId> ids) {
        return locked("SELECT id FROM member WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE", ids);
    }

    private boolean locked(String statement, Collection<MemberId> ids) {
        return sql.sql(statement)
                        .param("ids", ids.stream().map(MemberId::value).toArray(Long[]::new))
                        .query(Long.class)
                        .list()
                        .size()
                == ids.size();
    }

    void delete(MemberId id) {
        sql.sql("DELETE FROM member WHERE id = :id").param("id", id.value()).update();
    }

    void setNameAndHeadline(MemberId id, String name, String headline) {
        sql.sql("UPDATE member SET name = :name, headline = :headline WHERE id = :id")
                .param("name", name)
                .param("headline", headline)
                .param("id", id.value())
                .update();
    }

    void setPicture(MemberId id, long pictureId) {
        sql.sql("UPDATE member SET picture_id = :picture WHERE id = :id")
                .param("picture", pictureId)
                .param("id", id.value())
                .update();
    }

    void clearPicture(MemberId id) {
        sql.sql("UPDATE member SET picture_id = NULL WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    void setPublic(MemberId id, boolean isPublic) {
        sql.sql("UPDATE member SET is_public = :public WHERE id = :id")
                .param("public", isPublic)
                .param("id", id.value())
                .update();
    }

    boolean setHandle(MemberId id, Handle handle) {
        return sql.sql(SET_HANDLE)
                        .param("id", id.value())
                        .param("handle", handle.value())
                        .update()
                == 1;
    }

    Optional<Member> findByFormerHandle(Handle handle) {
        return sql.sql(FIND_BY_FORMER_HANDLE)
                .param("handle", handle.value())
                .query((row, _) -> toMember(row))
                .optional();
    }

    long activeCount() {
        return sql.sql("SELECT count(*) FROM member WHERE status = 'ACTIVE'") // scatter
                .query(Long.class)
                .single();
    }

    private static Member toMember(ResultSet row) throws SQLException {
        long picture = row.getLong("picture_id");
        Optional<Long> pictureId = row.wasNull() ? Optional.empty() : Optional.of(picture);
        return new Member(
                new MemberId(row.getLong("id")),
                row.getString("handle"),
                row.getString("name"),
                row.getString("headline"),
                pictureId,
                MemberStatus.valueOf(row.getString("status")),
                row.getBoolean("is_operator"),
                row.getBoolean("is_public"));
    }
}
