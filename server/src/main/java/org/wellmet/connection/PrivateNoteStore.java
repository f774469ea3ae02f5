package org.wellmet.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `connection_note`. Each method is one statement, and each statement names the owner.
final class PrivateNoteStore {
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

    // The primary key.
    private static final String OF_PAGE = """
            SELECT other_id, note, how_we_met FROM connection_note WHERE member_id = :owner AND other_id = ANY(:others)
            """;

    private final JdbcClient sql;

    PrivateNoteStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<PrivateNote> find(MemberId owner, MemberId other) {
        return sql.sql(FIND)
                .param("owner", owner.value())
                .param("other", other.value())
                .query((row, _) -> new PrivateNote(row.getString("note"), row.getString("how_we_met")))
                .optional();
    }

    /// False when the two are not connected.
    boolean keep(MemberId owner, MemberId other, PrivateNote note) {
        return sql.sql(KEEP)
                        .param("owner", owner.value())
                        .param("other", other.value())
                        .param("note", note.note())
                        .param("how", note.howWeMet())
                        .update()
                == 1;
    }

    Map<MemberId, PrivateNote> of(MemberId owner, Collection<MemberId> others) {
        Map<MemberId, PrivateNote> notes = new HashMap<>();
        sql.sql(OF_PAGE)
                .param("owner", owner.value())
                .param("others", others.stream().map(MemberId::value).toArray(Long[]::new))
                .query(row -> {
                    notes.put(
                            new MemberId(row.getLong("other_id")),
                            new PrivateNote(row.getString("note"), row.getString("how_we_met")));
                });
        return notes;
    }
}
