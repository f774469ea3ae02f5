package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.account.JoinPolicy;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;

/// What becomes of invitations by mail when somebody joins by them: who is let in later, whose inviter changes their
/// mind.
class OutsideArrivalsTest extends OutsideTest {
    @Test // T12
    void aMailsSecretWorksForItsAddressAloneAndSparesNoApproval() {
        policy(JoinPolicy.APPROVAL);
        String email = email("bound");
        byMail(ada, email);
        String path = linkIn(email, "/welcome/");

        MemberId other = join(newcomer(), path, email("another"));
        assertThat(invitations.received(other)).isEmpty();
        MemberId joined = join(newcomer(), path, email);

        assertThat(members.find(joined).orElseThrow().status()).isEqualTo(MemberStatus.WAITING);
        assertThat(invitations.received(joined)).isEmpty();
        visitor(anOperator("Op Erator")).post("/operator/waiting/" + joined.value() + "/approve");
        assertThat(members.find(joined).orElseThrow().status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(invitations.received(joined)).hasSize(1);
    }

    @Test
    void whereTooManyWaitItComesAtALaterSignIn() {
        String email = email("later");
        byMail(ada, email);
        List<Long> waiting = waitingOf(ada, Allowance.MOST_WAITING);
        MemberId grace = join(newcomer(), linkIn(email, "/welcome/"), email);
        assertThat(invitations.received(grace)).isEmpty();
        sql.sql("DELETE FROM invitation WHERE inviter_id = :ada AND id = :id")
                .param("ada", ada.value())
                .param("id", waiting.getFirst())
                .update();

        Visitor browser = newcomer();
        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD)
                        .status())
                .isEqualTo(303);

        assertThat(invitations.received(grace)).hasSize(1);
    }

    @Test // T12
    void whatIsTakenBackBeforeItsJoinerIsLetInIsNotSent() {
        policy(JoinPolicy.APPROVAL);
        String email = email("regretted");
        byMail(ada, email);
        MemberId joined = join(newcomer(), linkIn(email, "/welcome/"), email);
        assertThat(visitor(ada).get("/invitations/outside").body()).contains("/revoke\"");

        assertThat(visitor(ada)
                        .post("/invitations/outside/" + idOfTheOnly(ada) + "/revoke")
                        .status())
                .isEqualTo(303);
        visitor(anOperator("Op Erator")).post("/operator/waiting/" + joined.value() + "/approve");

        assertThat(members.find(joined).orElseThrow().status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(invitations.received(joined)).isEmpty();
        assertThat(visitor(ada).get("/api/invitations/outside").body()).contains("\"state\":\"REVOKED\"");
        assertThat(visitor(ada).get("/invitations/outside").body()).doesNotContain("/revoke\"");
    }

    @Test // T12
    void nothingIsSentInTheNameOfWhoIsShutOut() {
        policy(JoinPolicy.APPROVAL);
        String email = email("shut");
        byMail(ada, email);
        MemberId joined = join(newcomer(), linkIn(email, "/welcome/"), email);
        members.suspend(ada);

        visitor(anOperator("Op Erator")).post("/operator/waiting/" + joined.value() + "/approve");

        assertThat(sql.sql("SELECT count(*) FROM invitation WHERE inviter_id = :ada")
                        .param("ada", ada.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /// Invitations of the inviter that wait, without the ceremony.
    private List<Long> waitingOf(MemberId inviter, int count) {
        return sql.sql("""
                        WITH invitee AS (
                            INSERT INTO member (handle, name, status, joined_at)
                            SELECT 'invitee-' || substr(md5(random()::text || number), 1, 24), 'Invitee', 'ACTIVE', now()
                              FROM generate_series(1, :count) AS number
                            RETURNING id)
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at)
                        SELECT :inviter, id, 'PENDING', 'OTHER', 'We wait', false, 'Because they all have to wait.',
                               now(), now() + interval '60 days'
                          FROM invitee
                        RETURNING id
                        """)
                .param("count", count)
                .param("inviter", inviter.value())
                .query(Long.class)
                .list();
    }
}
