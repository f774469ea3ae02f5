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

    /// The invitation, and that its invitee was told of it.
    void backdateInvitation(long id, Instant at) {
        backdate("""
                UPDATE invitation SET expires_at = expires_at + (:at - sent_at), sent_at = :at WHERE id = :id
                """, id, at);
        backdate("UPDATE notification SET at = :at WHERE kind = 'INVITED' AND subject_id = :id", id, at);
    }

    /// What was last said on an invitation.
    void backdateLastMessage(long invitation, Instant at) {
        backdate("""
                UPDATE invitation_message SET at = :at
                 WHERE id = (SELECT max(id) FROM invitation_message WHERE invitation_id = :id)
                """, invitation, at);
    }

    private void backdate(String statement, long id, Instant at) {
        sql.sql(statement)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
