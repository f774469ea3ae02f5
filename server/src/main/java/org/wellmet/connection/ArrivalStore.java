package org.wellmet.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `outside_arrival`: who came by an invitation from outside, and what they have of it. Each method is one
/// statement and runs in the caller's transaction.
final class ArrivalStore {
    private static final String ARRIVE = """
            INSERT INTO outside_arrival (inviter_id, outside_id, member_id, at) VALUES (:inviter, :id, :member, :at)
            ON CONFLICT (inviter_id, outside_id, member_id) DO NOTHING
            """;

    private static final String HAS_ARRIVED = """
            SELECT EXISTS (SELECT 1 FROM outside_arrival
                            WHERE inviter_id = :inviter AND outside_id = :id AND member_id = :member)
            """;

    // outside_arrival_member_idx
    private static final String OWING = """
            SELECT DISTINCT inviter_id FROM outside_arrival WHERE member_id = :member AND NOT is_delivered
            """;

    // outside_arrival_member_idx. Nothing is sent in the name of who took it back or is shut out; in the order of the
    // inviters, and so of the pairs.
    private static final String DUE = """
            SELECT outside_arrival.inviter_id, outside_arrival.outside_id, outside_invitation.why_now
              FROM outside_arrival
              JOIN outside_invitation ON outside_invitation.member_id = outside_arrival.inviter_id
                                     AND outside_invitation.id = outside_arrival.outside_id
              JOIN member ON member.id = outside_arrival.inviter_id
             WHERE outside_arrival.member_id = :member
               AND outside_arrival.inviter_id = ANY(:inviters)
               AND NOT outside_arrival.is_delivered
               AND outside_invitation.revoked_at IS NULL
               AND member.status = 'ACTIVE'
             ORDER BY outside_arrival.inviter_id, outside_arrival.outside_id
               FOR NO KEY UPDATE OF outside_invitation, outside_arrival
            """;

    private static final String DELIVERED = """
            UPDATE outside_arrival SET is_delivered = true
             WHERE inviter_id = :inviter AND outside_id = :id AND member_id = :member
            """;

    private static final String CAME_BY = """
            SELECT EXISTS (SELECT 1 FROM outside_arrival WHERE inviter_id = :inviter AND member_id = :member)
            """;

    // outside_arrival_pkey and outside_arrival_member_idx
    private static final String CAME_BY_OR_BROUGHT = """
            SELECT member_id FROM outside_arrival WHERE inviter_id = :member AND member_id = ANY(:others)
             UNION
            SELECT inviter_id FROM outside_arrival WHERE member_id = :member AND inviter_id = ANY(:others)
            """;

    private final JdbcClient sql;

    ArrivalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One that is to be delivered to who came by it.
    record Due(MemberId inviter, long id, String whyNow) {}

    boolean hasArrived(OutsideStore.Open open, MemberId member) {
        return sql.sql(HAS_ARRIVED)
                .param("inviter", open.inviter().value())
                .param("id", open.id())
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /// False when the member came by it before.
    boolean arrive(OutsideStore.Open open, MemberId member, Instant at) {
        return sql.sql(ARRIVE)
                        .param("inviter", open.inviter().value())
                        .param("id", open.id())
                        .param("member", member.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// By whose invitations the member came that are not delivered.
    List<MemberId> owing(MemberId member) {
        return sql.sql(OWING)
                .param("member", member.value())
                .query((row, _) -> new MemberId(row.getLong("inviter_id")))
                .list();
    }

    /// What is to be delivered to the member from these inviters, held until the transaction ends.
    List<Due> due(MemberId member, Collection<MemberId> inviters) {
        return sql.sql(DUE)
                .param("member", member.value())
                .param("inviters", ids(inviters))
                .query((row, _) -> new Due(
                        new MemberId(row.getLong("inviter_id")), row.getLong("outside_id"), row.getString("why_now")))
                .list();
    }

    void delivered(Due due, MemberId member) {
        sql.sql(DELIVERED)
                .param("inviter", due.inviter().value())
                .param("id", due.id())
                .param("member", member.value())
                .update();
    }

    boolean cameBy(MemberId inviter, MemberId member) {
        return sql.sql(CAME_BY)
                .param("inviter", inviter.value())
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /// Those of the others who came by the member's invitation, or by whose the member came.
    List<MemberId> cameByOrBrought(MemberId member, Collection<MemberId> others) {
        return sql.sql(CAME_BY_OR_BROUGHT)
                .param("member", member.value())
                .param("others", ids(others))
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .list();
    }

    private static Long[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(Long[]::new);
    }
}
