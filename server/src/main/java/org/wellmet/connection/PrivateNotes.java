package org.wellmet.connection;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// What members keep for themselves on their connections; it goes when the connection goes, with an account too.
///
/// Every answer is to the owner. Thread-safe.
@Component
public final class PrivateNotes {
    // The primary keys. A connection without a note has an empty one; who is not connected has none.
    private static final String FIND = """
            SELECT coalesce(connection_note.note, '') AS note, coalesce(connection_note.how_we_met, '') AS how_we_met
              FROM connection
              LEFT JOIN connection_note USING (member_id, other_id)
             WHERE connection.member_id = :owner AND connection.other_id = :other
            """;

    private static final String KEEP = """
            INSERT INTO connection_note (member_id, other_id, note, how_we_met)
            SELECT member_id, other_id, :note, :how
              FROM connection
             WHERE member_id = :owner AND other_id = :other
               FOR KEY SHARE
            ON CONFLICT (member_id, other_id) DO UPDATE
               SET note = excluded.note, how_we_met = excluded.how_we_met
            """;

    private final JdbcClient sql;

    PrivateNotes(JdbcClient sql) {
        this.sql = sql;
    }

    /// The owner's note on the connection; empty when the two are not connected.
    public Optional<PrivateNote> find(MemberId owner, MemberId other) {
        return sql.sql(FIND)
                .param("owner", owner.value())
                .param("other", other.value())
                .query((row, _) -> new PrivateNote(row.getString("note"), row.getString("how_we_met")))
                .optional();
    }

    /// Keeps it in place of what was kept before; false, and nothing changed, when the two are not connected.
    public boolean keep(MemberId owner, MemberId other, PrivateNote note) {
        return sql.sql(KEEP)
                        .param("owner", owner.value())
                        .param("other", other.value())
                        .param("note", note.note())
                        .param("how", note.howWeMet())
                        .update()
                == 1;
    }
}
