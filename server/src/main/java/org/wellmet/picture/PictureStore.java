package org.wellmet.picture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `picture`. Each method is one statement and runs in the caller's transaction.
final class PictureStore {
    private final JdbcClient sql;

    PictureStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(MemberId owner, long id, ReadPicture picture, Instant at) {
        sql.sql("""
                        INSERT INTO picture (member_id, id, type, width, height, large, avatar, stored_at)
                        VALUES (:owner, :id, :type, :width, :height, :large, :avatar, :at)
                        """)
                .param("owner", owner.value())
                .param("id", id)
                .param("type", picture.type())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("large", picture.large())
                .param("avatar", picture.avatar())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(MemberId owner, long id) {
        sql.sql("DELETE FROM picture WHERE member_id = :owner AND id = :id")
                .param("owner", owner.value())
                .param("id", id)
                .update();
    }

    /// Served by picture_id_idx; a scatter, as the address does not name the owner.
    Optional<MemberId> owner(long id) {
        return sql.sql("SELECT member_id FROM picture WHERE id = :id")
                .param("id", id)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .optional();
    }

    Optional<StoredPicture> find(MemberId owner, long id, PictureSize size) {
        String bytes = switch (size) {
            case AVATAR -> "avatar";
            case LARGE -> "large";
        };
        // The column comes from an enum, never from a request.
        return sql.sql("SELECT type, " + bytes + " AS bytes FROM picture WHERE member_id = :owner AND id = :id")
                .param("owner", owner.value())
                .param("id", id)
                .query((row, _) -> new StoredPicture(row.getString("type"), row.getBytes("bytes")))
                .optional();
    }
}
