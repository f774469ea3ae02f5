package org.wellmet.update;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `update_reaction`. Each method is one statement and runs in the caller's transaction.
final class ReactionStore {
    private final JdbcClient sql;

    ReactionStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean insert(UpdateStore.Whose update, MemberId member, Instant at) {
        return sql.sql("""
                        INSERT INTO update_reaction (author_id, update_id, member_id, kind, reacted_at)
                        VALUES (:author, :update, :member, 'USEFUL', :at)
                        ON CONFLICT (author_id, update_id, member_id) DO NOTHING
                        """)
                        .param("author", update.author().value())
                        .param("update", update.id().value())
                        .param("member", member.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(UpdateStore.Whose update, MemberId member) {
        return sql.sql("""
                        DELETE FROM update_reaction
                         WHERE author_id = :author
                           AND update_id = :update
                           AND member_id = :member
                        """)
                        .param("author", update.author().value())
                        .param("update", update.id().value())
                        .param("member", member.value())
                        .update()
                == 1;
    }
}
