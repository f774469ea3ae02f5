package org.wellmet.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Lists of rows of `invitation` that wait. Each method is one statement.
final class WaitingStore {
    // invitation_received_idx
    static final String RECEIVED = """
            SELECT %s FROM invitation
              JOIN member ON member.id = invitation.inviter_id
             WHERE invitation.invitee_id = :member
               AND invitation.status = 'PENDING'
               AND invitation.expires_at > :now
               AND member.status = 'ACTIVE'
             ORDER BY invitation.sent_at DESC, invitation.id DESC
             LIMIT :limit
            """.formatted(InvitationStore.COLUMNS);

    // invitation_sent_idx, keyset paging. A declined one goes on to wait in its inviter's eyes, until a block or a
    // connection ends that.
    private static final String SENT_WAITING = """
              FROM invitation
              JOIN member ON member.id = invitation.invitee_id
             WHERE invitation.inviter_id = :member
               AND invitation.status IN ('PENDING', 'DECLINED')
               AND invitation.withdrawn_at IS NULL
               AND invitation.expires_at > :now
               AND member.status = 'ACTIVE'
               AND NOT EXISTS (SELECT 1 FROM connection
                                WHERE connection.member_id = invitation.inviter_id
                                  AND connection.other_id = invitation.invitee_id)
               AND NOT EXISTS (SELECT 1 FROM block
                                WHERE (block.member_id, block.other_id) IN
                                      ((invitation.inviter_id, invitation.invitee_id),
                                       (invitation.invitee_id, invitation.inviter_id)))
            """;

    static final String SENT = """
            SELECT %s
            %s
               AND (invitation.sent_at, invitation.id) < (:sent, :id)
             ORDER BY invitation.sent_at DESC, invitation.id DESC
             LIMIT :limit
            """.formatted(InvitationStore.COLUMNS, SENT_WAITING);

    // invitation_of_invitee_idx. What a block or a withdrawal ended, seems withdrawn.
    static final String DECLINED = """
            SELECT %s FROM invitation
              JOIN member ON member.id = invitation.inviter_id
             WHERE invitation.invitee_id = :member
               AND invitation.status = 'DECLINED'
               AND invitation.withdrawn_at IS NULL
               AND invitation.ended_at > :since
               AND invitation.expires_at > :now
               AND member.status = 'ACTIVE'
               AND NOT EXISTS (SELECT 1 FROM connection
                                WHERE connection.member_id = invitation.invitee_id
                                  AND connection.other_id = invitation.inviter_id)
             ORDER BY invitation.ended_at DESC, invitation.id DESC
             LIMIT :limit
            """.formatted(InvitationStore.COLUMNS);

    private static final String RECEIVED_COUNT = """
            SELECT count(*)
              FROM invitation
              JOIN member ON member.id = invitation.inviter_id
             WHERE invitation.invitee_id = :member
               AND invitation.status = 'PENDING'
               AND invitation.expires_at > :now
               AND member.status = 'ACTIVE'
            """;

    private final JdbcClient sql;

    WaitingStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Invitation> received(MemberId invitee, Instant now, int limit) {
        return sql.sql(RECEIVED)
                .param("member", invitee.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> InvitationStore.toInvitation(row))
                .list();
    }

    /// Those that the invitee declined after `since` and that seem to wait, the latest declined first.
    List<Invitation> declined(MemberId invitee, Instant since, Instant now, int limit) {
        return sql.sql(DECLINED)
                .param("member", invitee.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> InvitationStore.toInvitation(row))
                .list();
    }

    List<Invitation> sent(MemberId inviter, Instant now, String after, int limit) {
        Cursors.Place place = Cursors.read(after).orElse(Cursors.START);
        return sql.sql(SENT)
                .param("member", inviter.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("sent", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query((row, _) -> InvitationStore.toInvitation(row))
                .list();
    }

    long receivedCount(MemberId invitee, Instant now) {
        return count(RECEIVED_COUNT, invitee, now);
    }

    long sentCount(MemberId inviter, Instant now) {
        return count("SELECT count(*)\n" + SENT_WAITING, inviter, now);
    }

    private long count(String statement, MemberId member, Instant now) {
        return sql.sql(statement)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
