package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.wellmet.account.Verification;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Text;

/// What one may send in a week, and what one gets from strangers.
class AllowanceTest extends ConnectionTest {
    private static final int AT_ONCE = 16;

    @Autowired
    private Allowances allowances;

    @Autowired
    private Verification verification;

    @Autowired
    private Visibility visibility;

    @Autowired
    private Gates gates;

    @Test // T14
    void sixteenAtOnceNeverOverrunTheWeek() throws ExecutionException, InterruptedException {
        MemberId ada = aMember("Ada Lovelace");
        used(ada, Allowance.BASE - 4);
        List<SendInvitationOutcome> outcomes = inviteAtOnce(ada);

        assertThat(outcomes)
                .filteredOn(SendInvitationOutcome.Sent.class::isInstance)
                .hasSize(4);
        assertThat(outcomes)
                .filteredOn(SendInvitationOutcome.QuotaReached.class::isInstance)
                .hasSize(12);
        assertThat(allowances.of(ada).left()).isZero();
        assertThat(invitations.sentCount(ada)).isEqualTo(4);
    }

    @Test
    void whoReadsAndThenWritesOverruns() throws ExecutionException, InterruptedException {
        MemberId ada = aMember("Ada Lovelace");
        used(ada, 0);
        java.util.concurrent.CyclicBarrier read = new java.util.concurrent.CyclicBarrier(AT_ONCE);
        Callable<Boolean> naive = () -> {
            boolean isLeft = allowances.of(ada).used() < 4;
            read.await();
            return isLeft
                    && sql.sql("UPDATE invitation_meter SET used = used + 1 WHERE member_id = :ada")
                                    .param("ada", ada.value())
                                    .update()
                            == 1;
        };

        assertThat(atOnce(Collections.nCopies(AT_ONCE, naive)))
                .as("the control")
                .filteredOn(passed -> passed)
                .hasSizeGreaterThan(4);
    }

    @Test // T14
    void sixteenAtOnceNeverOverrunWhatMayWait() throws ExecutionException, InterruptedException {
        MemberId ada = aMember("Ada Lovelace");
        sql.sql("""
                        WITH fresh AS (
                            INSERT INTO member (handle, name, status, joined_at)
                            SELECT 'waits-' || substr(md5(random()::text || number), 1, 24), 'Waits', 'ACTIVE', now()
                              FROM generate_series(1, 48) AS number
                            RETURNING id)
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at)
                        SELECT :ada, id, 'PENDING', 'OTHER', 'x', false, 'Because there is much to say.', now(),
                               now() + interval '60 days'
                          FROM fresh
                        """).param("ada", ada.value()).update();
        List<SendInvitationOutcome> outcomes = inviteAtOnce(ada);

        assertThat(outcomes)
                .filteredOn(SendInvitationOutcome.Sent.class::isInstance)
                .hasSize(2);
        assertThat(outcomes)
                .filteredOn(SendInvitationOutcome.TooManyWait.class::isInstance)
                .hasSize(14);
        assertThat(invitations.sentCount(ada)).isEqualTo(Allowance.MOST_WAITING);
    }

    @Test // T14
    void aMemberGetsNoMoreFromStrangersThanOneGetsInAWeekAndNobodyIsToldWhy()
            throws ExecutionException, InterruptedException {
        MemberId grace = aMember("Grace Hopper");
        List<Callable<SendInvitationOutcome>> sends = new ArrayList<>();
        for (int i = 0; i < Allowances.MOST_FROM_STRANGERS + 6; i++) {
            MemberId stranger = aMember("Stranger");
            sends.add(() -> invitations.send(stranger, grace, CLAIM, WHY));
        }

        SendInvitationOutcome belowTheGate =
                new SendInvitationOutcome.BelowTheGate(List.of(new Door.Way.CommonGround(List.of())));

        List<SendInvitationOutcome> outcomes = atOnce(sends);

        assertThat(outcomes)
                .filteredOn(SendInvitationOutcome.Sent.class::isInstance)
                .hasSize(Allowances.MOST_FROM_STRANGERS);
        assertThat(outcomes)
                .as("whether the week was full before the locks or under them")
                .filteredOn(belowTheGate::equals)
                .hasSize(6);

        MemberId stranger = aMember("Under The Locks");
        assertThat(transactions.<java.util.Optional<SendInvitationOutcome>>call(() -> allowances.spend(
                        stranger,
                        grace,
                        new Allowances.Costs(true, true),
                        means.clock().instant())))
                .contains(belowTheGate);

        MemberId late = aMember("Late");
        String before = state(late, grace);
        assertThat(invitations.obstacle(late, grace))
                .as("like the gate of who asks for common ground")
                .contains(belowTheGate);
        assertThat(invitations.send(late, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.BelowTheGate.class);
        assertThat(state(late, grace)).isEqualTo(before);
        MemberId friend = aMember("Friend");
        MemberId mutual = aMember("Mutual");
        tied(friend, mutual);
        tied(mutual, grace);
        assertThat(invitations.send(friend, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
    }

    @Test
    void theFormulaCountsWhatWasAcceptedAndTellsADeclineOnlyWhenItsTimeIsOver() {
        MemberId ada = aMember("Ada Lovelace");
        Invitation accepted = invited(ada, aMember("Yes"));
        invitations.accept(accepted.invitee(), accepted.id());
        Invitation declined = invited(ada, aMember("No"));
        Allowance before = allowances.of(ada);

        invitations.decline(declined.invitee(), declined.id());

        assertThat(allowances.of(ada)).as("a decline").isEqualTo(before);
        assertThat(before)
                .returns(1L, Allowance::accepted)
                .returns(1L, Allowance::counted)
                .returns(2, Allowance::used)
                .returns(Allowance.BASE + 20 * 1 / 11, Allowance::total);
        daysPass(declined, 60);
        assertThat(allowances.of(ada).counted()).isEqualTo(2);
        assertThat(visitor(ada).get("/api/invitations/allowance").body()).contains("\"accepted\":1", "\"counted\":2");
        assertThat(visitor(ada)
                        .get("/invite/" + handle(aMember("Edsger")))
                        .page()
                        .text())
                .contains("20 × 1 accepted ÷ (2 counted + 10)");
    }

    @Test
    void whomOneIsKnownToKnowCostsNothing() {
        MemberId ada = aMember("Ada Lovelace");
        MemberId grace = aMember("Grace Hopper");
        used(ada, allowances.of(ada).total());

        assertThat(sending(new Roster(grace, false)).send(ada, grace, CLAIM, WHY))
                .as("the control: common ground alone is no acquaintance")
                .isInstanceOf(SendInvitationOutcome.QuotaReached.class);
        Allowance before = allowances.of(ada);
        assertThat(sending(new Roster(grace, true)).send(ada, grace, CLAIM, WHY))
                .isInstanceOf(SendInvitationOutcome.Sent.class);

        assertThat(allowances.of(ada)).returns(before.used(), Allowance::used).returns(0, Allowance::left);
        assertThat(sql.sql("SELECT count(*) FROM stranger_meter WHERE member_id = :grace AND used > 0")
                        .param("grace", grace.value())
                        .query(Long.class)
                        .single())
                .as("nor is it a stranger's")
                .isZero();
    }

    /// Evidence of one kind, which says the same to everybody.
    private record Roster(MemberId onIt, boolean isAcquaintance) implements Evidence {
        @Override
        public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
            return invitee.equals(onIt) ? List.of(new CommonGround(CLAIM, Text.of("Both on it"))) : List.of();
        }
    }

    private Sending sending(Evidence evidence) {
        Grounds grounds =
                new Grounds(new StaticListableBeanFactory(Map.of("roster", evidence)).getBeanProvider(Evidence.class));
        return new Sending(
                sql,
                connections,
                ties,
                means,
                visibility,
                grounds,
                gates,
                new Allowances(sql, verification, grounds, connections, means));
    }

    @Test
    void whoMayInviteIsVerifiedByAnOperatorOrTheNetworksDomain() {
        MemberId ada = aMember("Ada Lovelace");
        assertThat(allowances.of(ada).forVerified()).isZero();
        sql.sql("""
                        INSERT INTO account (member_id, email, password, password_at, created_at, let_in_at)
                        VALUES (:id, 'let.in.' || :id || '@example.org', '$argon2id$x', now(), now(), now())
                        """).param("id", ada.value()).update();
        assertThat(allowances.of(ada).total()).isEqualTo(Allowance.BASE + Allowance.VERIFIED);
    }

    /// What becomes of so many invitations to as many people, all sent at once.
    private List<SendInvitationOutcome> inviteAtOnce(MemberId inviter) throws ExecutionException, InterruptedException {
        List<Callable<SendInvitationOutcome>> sends = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            MemberId invitee = aMember("Invitee");
            sends.add(() -> invitations.send(inviter, invitee, CLAIM, WHY));
        }
        return atOnce(sends);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws ExecutionException, InterruptedException {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
