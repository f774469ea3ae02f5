package org.wellmet.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Rows of `update_comment`. Each method is one statement and runs in the caller's transaction.
final class CommentStore {
    private static final String COLUMNS =
            "SELECT author_id, update_id, id, member_id, body, mentions, posted_at FROM update_comment ";

    private final JdbcClient sql;

    CommentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The latest before an id by writers whom the viewer may see, latest first. Served by the primary key.
    List<CommentRow> before(Viewer viewer, UpdateStore.Whose update, long before, int limit) {
        return sql.sql(COLUMNS + """
                         WHERE author_id = :author
                           AND update_id = :update
                           AND id < :before
                           AND is_seen_by(member_id, :viewer)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("author", update.author().value())
                .param("update", update.id().value())
                .param("before", before)
                .param("viewer", UpdateStore.key(viewer))
                .param("limit", limit)
                .query((row, _) -> toRow(row))
                .list();
    }

    /// Served by update_comment_id_idx; a scatter.
    List<CommentRow> find(Collection<Long> ids) {
        return sql.sql(COLUMNS + "WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> toRow(row))
                .list();
    }

    Optional<CommentRow> find(UpdateStore.Whose update, long id) {
        return sql.sql(COLUMNS + "WHERE author_id = :author AND update_id = :update AND id = :id")
                .param("author", update.author().value())
                .param("update", update.id().value())
                .param("id", id)
                .query((row, _) -> toRow(row))
                .optional();
    }

    long insert(UpdateStore.Whose update, MemberId writer, String text, List<MemberId> mentions, Instant at) {
        return sql.sql("""
                        INSERT INTO update_comment (author_id, update_id, member_id, body, mentions, posted_at)
                        VALUES (:author, :update, :writer, :body, :mentions, :at)
                        RETURNING id
                        """)
                .param("author", update.author().value())
                .param("update", update.id().value())
                .param("writer", writer.value())
                .param("body", text)
                .param("mentions", UpdateStore.keys(mentions))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// False when it was gone already.
    boolean delete(CommentRow comment) {
        return sql.sql("DELETE FROM update_comment WHERE author_id = :author AND update_id = :update AND id = :id")
                        .param("author", comment.author().value())
                        .param("update", comment.updateId().value())
                        .param("id", comment.id())
                        .update()
                == 1;
    }

    /// A comment as it is stored.
    record CommentRow(
            MemberId author,
            UpdateId updateId,
            long id,
            MemberId writer,
            String text,
            List<MemberId> mentions,
            Instant postedAt) {}

    private static CommentRow toRow(ResultSet row) throws SQLException {
        return new CommentRow(
                new MemberId(row.getLong("author_id")),
                new UpdateId(row.getLong("update_id")),
                row.getLong("id"),
                new MemberId(row.getLong("member_id")),
                row.getString("body"),
                UpdateStore.members(row.getArray("mentions").getArray()),
                row.getTimestamp("posted_at").toInstant());
    }
}
