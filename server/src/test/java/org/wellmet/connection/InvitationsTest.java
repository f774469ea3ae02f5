package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.graph.Separation;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// The life of an invitation at its front door. Every refusal also asserts that nothing was changed.
class InvitationsTest extends TwoMembersTest {
    @Test
    void anAcceptedInvitationConnectsBothAtOnce() {
        Invitation invitation = invited(ada, grace);

        assertThat(invitations.received(grace)).containsExactly(invitation);
        assertThat(invitations.sent(ada, "")).containsExactly(invitation);
        assertThat(invitations.accept(grace, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Accepted(ada));
        assertThat(connections.areConnected(ada, grace)).isTrue();
        assertThat(connections.areConnected(grace, ada)).isTrue();
        assertThat(connections.separation(Viewer.of(ada), grace)).isEqualTo(Separation.FIRST);
        assertThat(invitations.received(grace)).isEmpty();
        assertThat(invitations.sent(ada, "")).isEmpty();
        assertThat(changeCount(Invitations.SENT, ada, grace)).isEqualTo(1);
        assertThat(changeCount(Invitations.ACCEPTED, ada, grace)).isEqualTo(1);
        assertThat(changeCount(Connections.MADE, ada, grace)).isEqualTo(1);
    }

    @Test
    void aSecondInvitationIsRefusedWhileOneWaits() {
        Invitation invitation = invited(ada, grace);
        String before = state(ada, grace);

        assertThat(invitations.send(ada, grace, CLAIM, WHY))
                .isEqualTo(new SendInvitationOutcome.AlreadyInvited(invitation));
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @Test
    void crossingInvitationsConnect() {
        Invitation first = invited(ada, grace);

        assertThat(invitations.send(grace, ada, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.Connected(ada));
        assertThat(connections.areConnected(ada, grace)).isTrue();
        assertThat(status(first)).isEqualTo("ACCEPTED");
        assertThat(sql.sql("SELECT status FROM invitation WHERE inviter_id = :id")
                        .param("id", grace.value())
                        .query(String.class)
                        .list())
                .containsExactly("SUPERSEDED");
    }

    @Test
    void nobodyInvitesThemselvesOrAConnectionOrSomebodyAbsent() {
        MemberId suspended = aMember("Sus Pended");
        members.suspend(suspended);
        MemberId blocker = aMember("Blocker");
        ties.block(blocker, ada);
        tied(ada, grace);
        String before = state(ada, grace, suspended, blocker);

        assertThat(invitations.send(ada, ada, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.Oneself());
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.AlreadyConnected());
        for (MemberId absent : List.of(suspended, blocker, new MemberId(Long.MAX_VALUE))) {
            assertThat(invitations.send(ada, absent, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.Absent());
        }
        assertThat(state(ada, grace, suspended, blocker)).isEqualTo(before);
    }

    @Test
    void aDeclineIsSilentAndHoldsForTwelveMonths() {
        Invitation invitation = invited(ada, grace);
        List<Invitation> before = invitations.sent(ada, "");
        assertThat(invitations.decline(grace, invitation.id())).isEqualTo(new DeclineInvitationOutcome.Declined(ada));

        assertThat(invitations.received(grace)).isEmpty();
        assertThat(invitations.sent(ada, "")).hasSameSizeAs(before);
        assertThat(invitations.sentCount(ada)).isEqualTo(1);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.AlreadyInvited.class);

        daysPass(invitation, 61);
        assertThat(invitations.sent(ada, "")).isEmpty();
        String state = state(ada, grace);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.NotOpen());
        assertThat(state(ada, grace)).isEqualTo(state);

        daysPass(invitation, 310);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
    }

    @Test
    void theDeclinerMayInviteAndThenTheyConnect() {
        Invitation invitation = invited(ada, grace);
        invitations.decline(grace, invitation.id());

        assertThat(invitations.send(grace, ada, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.Connected(ada));
        ties.remove(ada, grace);
        assertThat(invitations.sent(ada, "")).isEmpty();
        assertThat(invitations.send(grace, ada, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
    }

    @Test
    void aDeclineThatSeemsExpiredIsLiftedByAnInvitationOfTheDecliner() {
        Invitation declined = invited(ada, grace);
        invitations.decline(grace, declined.id());
        daysPass(declined, 61);
        Invitation back = invited(grace, ada);
        invitations.withdraw(grace, back.id());

        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
    }

    @Test
    void aWithdrawnInvitationMayBeSentAgainAfterThreeWeeks() {
        Invitation invitation = invited(ada, grace);
        assertThat(invitations.withdraw(ada, invitation.id())).isInstanceOf(WithdrawInvitationOutcome.Withdrawn.class);
        String before = state(ada, grace);

        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.TooSoon.class);
        assertThat(invitations.accept(grace, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Over());
        assertThat(invitations.decline(grace, invitation.id())).isEqualTo(new DeclineInvitationOutcome.Over());
        assertThat(invitations.withdraw(ada, invitation.id())).isEqualTo(new WithdrawInvitationOutcome.Over());
        assertThat(state(ada, grace)).isEqualTo(before);

        daysPass(invitation, 22);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
    }

    @Test
    void takingBackADeclinedOneLooksLikeTakingBackAWaitingOne() {
        Invitation invitation = invited(ada, grace);
        invitations.decline(grace, invitation.id());

        assertThat(invitations.withdraw(ada, invitation.id())).isInstanceOf(WithdrawInvitationOutcome.Withdrawn.class);
        assertThat(invitations.withdraw(ada, invitation.id())).isEqualTo(new WithdrawInvitationOutcome.Over());
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.TooSoon.class);
        assertThat(status(invitation)).isEqualTo("DECLINED");
        daysPass(invitation, 30);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isEqualTo(new SendInvitationOutcome.NotOpen());
    }

    @Test
    void afterSixtyDaysItIsOverAndMayBeSentAnew() {
        Invitation invitation = invited(ada, grace);
        daysPass(invitation, 61);
        String before = state(ada, grace);

        assertThat(invitations.received(grace)).isEmpty();
        assertThat(invitations.receivedCount(grace)).isZero();
        assertThat(invitations.accept(grace, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Over());
        assertThat(state(ada, grace)).isEqualTo(before);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
        assertThat(status(invitation)).isEqualTo("EXPIRED");
    }

    @Test
    void anotherMembersInvitationIsNotThere() {
        MemberId mallory = aMember("Mallory");
        Invitation invitation = invited(ada, grace);
        String before = state(ada, grace, mallory);

        assertThat(invitations.accept(ada, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Absent());
        assertThat(invitations.accept(mallory, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Absent());
        assertThat(invitations.decline(mallory, invitation.id())).isEqualTo(new DeclineInvitationOutcome.Absent());
        assertThat(invitations.withdraw(grace, invitation.id())).isEqualTo(new WithdrawInvitationOutcome.Absent());
        assertThat(invitations.withdraw(mallory, invitation.id())).isEqualTo(new WithdrawInvitationOutcome.Absent());
        assertThat(state(ada, grace, mallory)).isEqualTo(before);
    }

    @Test
    void aBlockEndsTheConnectionAndVoidsWhatWaits() {
        MemberId mallory = aMember("Mallory");
        tied(ada, grace);
        Invitation invitation = invited(mallory, ada);

        assertThat(ties.block(ada, grace)).isEqualTo(new BlockOutcome.Blocked());
        assertThat(ties.block(ada, mallory)).isEqualTo(new BlockOutcome.Blocked());
        assertThat(connections.areConnected(ada, grace)).isFalse();
        assertThat(status(invitation)).isEqualTo("VOIDED");
        assertThat(invitations.sent(mallory, "")).isEmpty();
        assertThat(changeCount(Connections.ENDED, ada, grace)).isEqualTo(1);
        String before = state(ada, grace, mallory);
        assertThat(ties.block(ada, grace)).isEqualTo(new BlockOutcome.AlreadyBlocked());
        assertThat(ties.block(grace, ada)).isEqualTo(new BlockOutcome.Absent());
        assertThat(ties.unblock(grace, ada)).isEqualTo(new UnblockOutcome.NotBlocked());
        assertThat(invitations.accept(ada, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Absent());
        assertThat(state(ada, grace, mallory)).isEqualTo(before);
        assertThat(ties.unblock(ada, mallory)).isEqualTo(new UnblockOutcome.Lifted());
        assertThat(invitations.accept(ada, invitation.id())).isEqualTo(new AcceptInvitationOutcome.Over());
    }

    @Test
    void afterABlockADeclinedOneLooksLikeOneThatTheBlockVoided() {
        MemberId edsger = aMember("Edsger");
        Invitation declined = invited(ada, grace);
        invited(ada, edsger);
        invitations.decline(grace, declined.id());
        for (MemberId other : List.of(grace, edsger)) {
            ties.block(other, ada);
            ties.unblock(other, ada);
            assertThat(invitations.waitingForInviter(ada, other)).isEmpty();
            assertThat(invitations.send(ada, other, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.TooSoon.class);
        }
    }

    @Test
    void aRemovedConnectionIsGoneForBothAndMayBeMadeAnew() {
        tied(ada, grace);

        assertThat(ties.remove(grace, ada)).isEqualTo(new RemoveConnectionOutcome.Removed());
        assertThat(connections.areConnected(ada, grace)).isFalse();
        String before = state(ada, grace);
        assertThat(ties.remove(grace, ada)).isEqualTo(new RemoveConnectionOutcome.NotConnected());
        assertThat(state(ada, grace)).isEqualTo(before);
        assertThat(invitations.send(ada, grace, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Sent.class);
    }

    private String status(Invitation invitation) {
        return sql.sql("SELECT status FROM invitation WHERE inviter_id = :inviter AND id = :id")
                .param("inviter", invitation.inviter().value())
                .param("id", invitation.id())
                .query(String.class)
                .single();
    }
}
