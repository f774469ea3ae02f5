package org.wellmet.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// What the front doors rightly do not offer and a demo needs: ties without the ceremony, and a past.
final class DemoStore {
    private static final String CONNECT = """
            INSERT INTO connection (member_id, other_id, since) VALUES (:a, :b, :since), (:b, :a, :since)
            """;

    private final JdbcClient sql;

    DemoStore(JdbcClient sql) {
        this.sql = sql;
    }

    void connect(MemberId a, MemberId b, Instant since) {
        sql.sql(CONNECT)
                .param("a", a.value())
                .param("b", b.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void backdateUpdate(long id, Instant at) {
        backdate("UPDATE member_update SET posted_at = :at WHERE id = :id", id, at);
    }

    void backdateComment(long id, Instant at) {
        backdate("UPDATE update_comment SET posted_at = :at WHERE id = :id", id, at);
    }

    private void backdate(String statement, long id, Instant at) {
        sql.sql(statement)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
