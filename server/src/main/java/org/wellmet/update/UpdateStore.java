package org.wellmet.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// Rows of `member_update`. Each method is one statement and runs in the caller's transaction.
final class UpdateStore {
    // The counts are served by the primary keys of their tables, the viewer's own reaction as well.
    private static final String COLUMNS = """
            SELECT shared.id, shared.member_id, shared.body, shared.audience, shared.mentions, shared.picture_id,
                   shared.picture_width, shared.picture_height, shared.picture_text, shared.posted_at,
                   (SELECT count(*)
                      FROM update_reaction AS reaction
                     WHERE reaction.author_id = shared.member_id
                       AND reaction.update_id = shared.id
                       AND is_seen_by(reaction.member_id, :viewer)) AS useful_count,
                   EXISTS (SELECT 1
                             FROM update_reaction AS reaction
                            WHERE reaction.author_id = shared.member_id
                              AND reaction.update_id = shared.id
                              AND reaction.member_id = :viewer) AS is_useful,
                   (SELECT count(*)
                      FROM update_comment AS comment
                     WHERE comment.author_id = shared.member_id
                       AND comment.update_id = shared.id
                       AND is_seen_by(comment.member_id, :viewer)) AS comment_count
            """;

    // Each connection gives at most one page of candidates out of member_update_feed_idx, so that the cost grows with
    // the number of connections and not with what they ever wrote; counts are made for the page alone.
    static final String FEED = COLUMNS + """
              FROM (SELECT candidate.member_id, candidate.id, candidate.body, candidate.audience, candidate.mentions,
                           candidate.picture_id, candidate.picture_width, candidate.picture_height,
                           candidate.picture_text, candidate.posted_at
                      FROM (SELECT other_id AS member_id FROM connection WHERE member_id = :viewer
                             UNION ALL
                            SELECT :viewer) AS source
                     CROSS JOIN LATERAL
                           (SELECT member_id, id, body, audience, mentions, picture_id, picture_width, picture_height,
                                   picture_text, posted_at
                              FROM member_update
                             WHERE member_update.member_id = source.member_id
                               AND (posted_at, id) < (:at, :id)
                             ORDER BY posted_at DESC, id DESC
                             LIMIT :limit) AS candidate
                     ORDER BY candidate.posted_at DESC, candidate.id DESC
                     LIMIT :limit) AS shared
             ORDER BY shared.posted_at DESC, shared.id DESC
            """;

    // Served by member_update_feed_idx.
    private static final String OF_MEMBER = COLUMNS + """
              FROM member_update AS shared
             WHERE shared.member_id = :author
               AND shared.audience = ANY(:audiences)
               AND (shared.posted_at, shared.id) < (:at, :id)
             ORDER BY shared.posted_at DESC, shared.id DESC
             LIMIT :limit
            """;

    // Served by member_update_id_idx; a scatter, as an address does not name the author.
    private static final String BY_ID = COLUMNS + """
              FROM member_update AS shared
             WHERE shared.id = ANY(:ids)
            """;

    private static final String INSERT = """
            INSERT INTO member_update (member_id, body, audience, mentions, picture_id, picture_width, picture_height,
                                       picture_text, posted_at)
            VALUES (:author, :body, :audience, :mentions, :picture_id, :picture_width, :picture_height,
                    :picture_text, :at)
            RETURNING id
            """;

    private final JdbcClient sql;

    UpdateStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<UpdateRow> feed(MemberId viewer, Spot before, int limit) {
        return sql.sql(FEED)
                .param("viewer", viewer.value())
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> toRow(row))
                .list();
    }

    List<UpdateRow> ofMember(Viewer viewer, MemberId author, Collection<Audience> audiences, Spot before, int limit) {
        return sql.sql(OF_MEMBER)
                .param("viewer", key(viewer))
                .param("author", author.value())
                .param("audiences", audiences.stream().map(Audience::name).toArray(String[]::new))
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> toRow(row))
                .list();
    }

    List<UpdateRow> find(Viewer viewer, Collection<UpdateId> ids) {
        return sql.sql(BY_ID)
                .param("viewer", key(viewer))
                .param("ids", ids.stream().map(UpdateId::value).toArray(Long[]::new))
                .query((row, _) -> toRow(row))
                .list();
    }

    Optional<Whose> whose(UpdateId id) {
        return sql.sql("SELECT member_id, audience, picture_id FROM member_update WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> toWhose(row, id))
                .optional();
    }

    /// As [#whose], and it cannot be deleted before the caller's transaction ends.
    Optional<Whose> hold(UpdateId id) {
        return sql.sql("SELECT member_id, audience, picture_id FROM member_update WHERE id = :id FOR KEY SHARE")
                .param("id", id.value())
                .query((row, _) -> toWhose(row, id))
                .optional();
    }

    /// The author's own, and nobody else may even hold it before the caller's transaction ends.
    Optional<Whose> holdAlone(MemberId author, UpdateId id) {
        return sql.sql("""
                        SELECT member_id, audience, picture_id
                          FROM member_update
                         WHERE member_id = :author
                           AND id = :id
                           FOR UPDATE
                        """)
                .param("author", author.value())
                .param("id", id.value())
                .query((row, _) -> toWhose(row, id))
                .optional();
    }

    /// Served by member_update_picture_idx.
    Optional<Whose> withPicture(MemberId author, long pictureId) {
        return sql.sql("""
                        SELECT id, member_id, audience, picture_id
                          FROM member_update
                         WHERE member_id = :author
                           AND picture_id = :picture
                        """)
                .param("author", author.value())
                .param("picture", pictureId)
                .query((row, _) -> toWhose(row, new UpdateId(row.getLong("id"))))
                .optional();
    }

    UpdateId insert(MemberId author, UpdateDraft draft, List<MemberId> mentions, @Nullable Long pictureId, Instant at) {
        Optional<UpdateDraft.Picture> picture = draft.picture();
        return new UpdateId(sql.sql(INSERT)
                .param("author", author.value())
                .param("body", draft.text())
                .param("audience", draft.audience().name())
                .param("mentions", keys(mentions))
                .param("picture_id", pictureId, Types.BIGINT)
                .param("picture_width", picture.map(it -> it.picture().width()).orElse(null), Types.INTEGER)
                .param(
                        "picture_height",
                        picture.map(it -> it.picture().height()).orElse(null),
                        Types.INTEGER)
                .param("picture_text", picture.map(UpdateDraft.Picture::text).orElse(null), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    void delete(MemberId author, UpdateId id) {
        sql.sql("DELETE FROM member_update WHERE member_id = :author AND id = :id")
                .param("author", author.value())
                .param("id", id.value())
                .update();
    }

    /// Whose an update is, and for whom.
    record Whose(UpdateId id, MemberId author, Audience audience, Optional<Long> pictureId) {}

    static Whose toWhose(ResultSet row, UpdateId id) throws SQLException {
        long picture = row.getLong("picture_id");
        return new Whose(
                id,
                new MemberId(row.getLong("member_id")),
                Audience.valueOf(row.getString("audience")),
                picture == 0 ? Optional.empty() : Optional.of(picture));
    }

    private static UpdateRow toRow(ResultSet row) throws SQLException {
        long picture = row.getLong("picture_id");
        return new UpdateRow(
                new UpdateId(row.getLong("id")),
                new MemberId(row.getLong("member_id")),
                row.getString("body"),
                Audience.valueOf(row.getString("audience")),
                members(row.getArray("mentions").getArray()),
                picture == 0
                        ? Optional.empty()
                        : Optional.of(new ShownUpdate.Picture(
                                picture,
                                row.getInt("picture_width"),
                                row.getInt("picture_height"),
                                row.getString("picture_text"))),
                row.getTimestamp("posted_at").toInstant(),
                row.getLong("useful_count"),
                row.getBoolean("is_useful"),
                row.getLong("comment_count"));
    }

    static List<MemberId> members(Object array) {
        return Arrays.stream((Long[]) array).map(MemberId::new).toList();
    }

    static Long[] keys(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(Long[]::new);
    }

    /// The viewer as SQL knows them: 0 is nobody's id.
    static long key(Viewer viewer) {
        return viewer.member().map(MemberId::value).orElse(0L);
    }
}
