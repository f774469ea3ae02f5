package org.wellmet.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `invitation_message`. Each method is one statement and runs in the caller's transaction.
final class MessageStore {
    private static final String INSERT = """
            INSERT INTO invitation_message (inviter_id, invitation_id, author_id, text, at, is_unheard)
            VALUES (:inviter, :invitation, :author, :text, :at, :unheard)
            """;

    // The primary key
    private static final String HEAR = """
            UPDATE invitation_message SET is_unheard = false
             WHERE inviter_id = :inviter AND invitation_id = :invitation AND is_unheard
            """;

    // The primary key. Who did not write it never reads what was written after a decline.
    private static final String OF = """
            SELECT invitation_id, id, author_id, text, at
              FROM invitation_message
             WHERE (inviter_id, invitation_id) IN (SELECT * FROM unnest(:inviters::bigint[], :invitations::bigint[]))
               AND (author_id = :reader OR NOT is_unheard)
             ORDER BY id
             LIMIT :limit
            """;

    // The primary key
    private static final String COUNTS = """
            SELECT invitation_id, count(*) AS messages
              FROM invitation_message
             WHERE (inviter_id, invitation_id) IN (SELECT * FROM unnest(:inviters::bigint[], :invitations::bigint[]))
               AND (author_id = :reader OR NOT is_unheard)
             GROUP BY invitation_id
            """;

    private final JdbcClient sql;

    MessageStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Invitation invitation, MemberId author, String text, Instant at, boolean isUnheard) {
        sql.sql(INSERT)
                .param("inviter", invitation.inviter().value())
                .param("invitation", invitation.id())
                .param("author", author.value())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("unheard", isUnheard)
                .update();
    }

    /// What was written after a decline is for both to read. False when there was nothing.
    boolean hear(Invitation invitation) {
        return sql.sql(HEAR)
                        .param("inviter", invitation.inviter().value())
                        .param("invitation", invitation.id())
                        .update()
                > 0;
    }

    /// What the reader finds on each of these, by the invitation's id, the oldest first; who has none is
    /// missing.
    Map<Long, List<Message>> of(Collection<Invitation> invitations, MemberId reader, int limit) {
        Map<Long, List<Message>> messages = new HashMap<>();
        on(OF, invitations, reader).param("limit", limit).query(row -> {
            messages.computeIfAbsent(row.getLong("invitation_id"), _ -> new ArrayList<>())
                    .add(new Message(
                            row.getLong("id"),
                            new MemberId(row.getLong("author_id")),
                            row.getString("text"),
                            row.getTimestamp("at").toInstant()));
        });
        return messages;
    }

    Map<Long, Integer> counts(Collection<Invitation> invitations, MemberId reader) {
        Map<Long, Integer> counts = new HashMap<>();
        on(COUNTS, invitations, reader).query(row -> {
            counts.put(row.getLong("invitation_id"), row.getInt("messages"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec on(String statement, Collection<Invitation> invitations, MemberId reader) {
        return sql.sql(statement)
                .param(
                        "inviters",
                        invitations.stream().map(one -> one.inviter().value()).toArray(Long[]::new))
                .param("invitations", invitations.stream().map(Invitation::id).toArray(Long[]::new))
                .param("reader", reader.value());
    }
}
