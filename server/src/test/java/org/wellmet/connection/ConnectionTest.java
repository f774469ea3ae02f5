package org.wellmet.connection;

import java.util.Arrays;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.member.MemberId;

/// What the tests of this package share: short ways to invite and connect, and a look at all that stands between
/// members.
abstract class ConnectionTest extends ServerTest {
    static final WhyNow WHY = new WhyNow("Your talk on tide gauges answers what we ask ourselves.");
    static final Claim CLAIM = new Claim(ClaimKind.WORKED, "Tidewright Instruments");

    @Autowired
    Invitations invitations;

    @Autowired
    SecondThoughts secondThoughts;

    @Autowired
    Connections connections;

    @Autowired
    Ties ties;

    @Autowired
    Ties.Means means;

    /// Sends an invitation that must go through.
    Invitation invited(MemberId inviter, MemberId invitee) {
        return ((SendInvitationOutcome.Sent) invitations.send(inviter, invitee, CLAIM, WHY)).invitation();
    }

    /// Connects the two, and waits until the graph has followed.
    void tied(MemberId a, MemberId b) {
        transactions.run(() -> {
            means.pairLock().hold(a.value(), b.value());
            ties.connect(a, b, means.clock().instant());
        });
    }

    /// As if the member had used up so many of this week's allowance.
    void used(MemberId member, int count) {
        sql.sql("""
                        INSERT INTO invitation_meter (member_id, week, used)
                        VALUES (:member, date_trunc('week', now() AT TIME ZONE 'UTC')::date, :used)
                        ON CONFLICT (member_id) DO UPDATE SET used = excluded.used, week = excluded.week
                        """).param("member", member.value()).param("used", count).update();
    }

    String handle(MemberId member) {
        return members.find(member).orElseThrow().handle();
    }

    /// Every row about these members, changes included: equal before and after means that nothing was changed.
    String state(MemberId... about) {
        Long[] ids = Arrays.stream(about).map(MemberId::value).toArray(Long[]::new);
        return sql.sql("""
                        SELECT coalesce(string_agg(line, E'\\n' ORDER BY line), '') FROM (
                            SELECT 'invitation ' || invitation::text AS line FROM invitation
                             WHERE inviter_id = ANY(:ids) OR invitee_id = ANY(:ids)
                            UNION ALL
                            SELECT 'connection ' || connection::text FROM connection WHERE member_id = ANY(:ids)
                            UNION ALL
                            SELECT 'block ' || block::text FROM block WHERE member_id = ANY(:ids) OR other_id = ANY(:ids)
                            UNION ALL
                            SELECT 'setting ' || connection_setting::text FROM connection_setting WHERE member_id = ANY(:ids)
                            UNION ALL
                            SELECT 'message ' || invitation_message::text FROM invitation_message
                             WHERE inviter_id = ANY(:ids) OR author_id = ANY(:ids)
                            UNION ALL
                            SELECT 'meter ' || invitation_meter::text FROM invitation_meter
                             WHERE member_id = ANY(:ids) AND used > 0
                            UNION ALL
                            SELECT 'outside ' || outside_invitation::text FROM outside_invitation
                             WHERE member_id = ANY(:ids)
                            UNION ALL
                            SELECT 'arrival ' || outside_arrival::text FROM outside_arrival
                             WHERE member_id = ANY(:ids) OR inviter_id = ANY(:ids)
                            UNION ALL
                            SELECT 'note ' || connection_note::text FROM connection_note WHERE member_id = ANY(:ids)
                            UNION ALL
                            SELECT 'change ' || change::text FROM change WHERE member_id = ANY(:ids) OR other_id = ANY(:ids)
                        ) AS lines
                        """).param("ids", ids).query(String.class).single();
    }

    long changeCount(String kind, MemberId a, MemberId b) {
        return sql.sql("""
                        SELECT count(*) FROM change
                         WHERE kind = :kind AND (member_id, other_id) IN ((:a, :b), (:b, :a))
                        """)
                .param("kind", kind)
                .param("a", a.value())
                .param("b", b.value())
                .query(Long.class)
                .single();
    }

    /// Moves an invitation back in time, as if that many days had passed since.
    void daysPass(Invitation invitation, int days) {
        sql.sql("""
                        UPDATE invitation
                           SET sent_at = sent_at - make_interval(days => :days),
                               expires_at = expires_at - make_interval(days => :days),
                               ended_at = ended_at - make_interval(days => :days),
                               withdrawn_at = withdrawn_at - make_interval(days => :days)
                         WHERE inviter_id = :inviter AND id = :id
                        """)
                .param("days", days)
                .param("inviter", invitation.inviter().value())
                .param("id", invitation.id())
                .update();
    }
}
