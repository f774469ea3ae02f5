package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// What pages and JSON say to each refusal of this package: one wording for both.
///
/// Whoever is absent, suspended or behind a block gets the same bytes as an address that never was.
public final class Refusals {
    /// What the inviter reads whose allowance is used up.
    static final Text QUOTA =
            Text.of("Your allowance of this week is used up. Nothing was sent. It begins anew on Monday.");

    /// What the inviter reads of whom as many invitations wait as may.
    static final Text WAITING = Text.of(
            "{0} of your invitations wait for an answer, which is as many as may. Nothing"
                    + " was sent. Take one back, or wait for answers.",
            Allowance.MOST_WAITING);

    /// What the decliner reads who thinks again too late.
    static final Text TOO_LATE = Text.of("A decline can be taken back for a day. You can still invite that"
            + " person yourself: while their invitation seems to wait, yours connects you at once.");

    /// What is said of an invitation that ended.
    static final Text OVER =
            Text.of("This invitation waits no more. It was answered, taken back, or its 60 days are over.");

    private Refusals() {}

    /// Why an invitation to somebody of that name was not sent; empty when it was, or made a connection.
    public static Optional<Problem> of(SendInvitationOutcome outcome, String name) {
        return switch (outcome) {
            case SendInvitationOutcome.Sent _, SendInvitationOutcome.Connected _ -> Optional.empty();
            case SendInvitationOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
            case SendInvitationOutcome.Oneself _ ->
                notSent("oneself", Text.of("This is your own profile. Invitations go to others."));
            case SendInvitationOutcome.AlreadyConnected _ ->
                notSent("already-connected", Text.of("You and {0} are connected already.", name));
            case SendInvitationOutcome.AlreadyInvited(Invitation waiting) ->
                notSent(
                        "already-invited",
                        Text.of(
                                "Your invitation to {0}, sent {1}, waits for an answer until {2}.",
                                name, waiting.sentAt(), waiting.expiresAt()));
            case SendInvitationOutcome.TooSoon(var retryAt) ->
                notSent("too-soon", Text.of("You may invite {0} again from {1} on.", name, retryAt));
            case SendInvitationOutcome.QuotaReached _ ->
                Optional.of(Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS, "quota-reached", Text.of("The invitation was not sent"), QUOTA));
            case SendInvitationOutcome.TooManyWait _ ->
                notSent("too-many-wait", WAITING); // 409, not 429: no time is told that lifts it, taking one back does
            case SendInvitationOutcome.BelowTheGate(var ways) -> notSent("below-the-gate", belowTheGate(ways, name));
            case SendInvitationOutcome.NotOpen _ ->
                notSent(
                        "not-open",
                        Text.of(
                                "No invitation can be sent to {0} for the time being. {0} can still invite you.",
                                name));
        };
    }

    /// Why nobody was invited from outside; empty when somebody was, as far as anybody is told.
    static Optional<Problem> of(InviteOutsideOutcome outcome, Instant now) {
        return switch (outcome) {
            case InviteOutsideOutcome.Mailed _, InviteOutsideOutcome.Laid _, InviteOutsideOutcome.Linked _ ->
                Optional.empty();
            case InviteOutsideOutcome.MailedBefore _ ->
                notSent("mailed-before", Text.of("You have invited this address before. Nobody is mailed twice."));
            case InviteOutsideOutcome.NotAdmitted _ ->
                notSent(
                        "not-admitted",
                        Text.of("This network’s rules admit no such address, and an invitation changes no rule."));
            case InviteOutsideOutcome.TooManyLinks _ ->
                notSent(
                        "too-many-links", // 409: taking one back lifts it
                        Text.of(
                                "{0} of your links open, which is as many as may. Take one back first.",
                                OutsideInvitations.MOST_LINKS));
            case InviteOutsideOutcome.TooMany(Instant retryAt) ->
                Optional.of(new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "quota-reached",
                        Text.of("The invitation was not sent"),
                        Text.of("Enough were mailed for now. There is room for another later."),
                        List.of(),
                        Optional.of(Duration.between(now, retryAt))));
        };
    }

    private static Text belowTheGate(List<Door.Way> ways, String name) {
        return ways.stream().anyMatch(Door.Way.CommonGround.class::isInstance)
                ? Text.of("{0} takes invitations from people with common ground, or who are introduced.", name)
                : Text.of("{0} takes invitations from people who are introduced.", name);
    }

    /// Why an invitation was not accepted; empty when it was.
    static Optional<Problem> of(AcceptInvitationOutcome outcome) {
        return switch (outcome) {
            case AcceptInvitationOutcome.Accepted _ -> Optional.empty();
            case AcceptInvitationOutcome.AlreadyConnected _ ->
                unchanged("already-connected", Text.of("You are connected already."));
            case AcceptInvitationOutcome.Over _ -> over();
            case AcceptInvitationOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
        };
    }

    /// Why a personal invitation of somebody of that name was not followed; empty when it was.
    static Optional<Problem> of(FollowOutcome outcome, String name) {
        return switch (outcome) {
            case FollowOutcome.Followed _ -> Optional.empty();
            case FollowOutcome.AlreadyConnected _ ->
                unchanged("already-connected", Text.of("You and {0} are connected already.", name));
            case FollowOutcome.AlreadyInvited _ ->
                unchanged(
                        "already-invited",
                        Text.of("An invitation by {0} waits among your others already. You decide there.", name));
            case FollowOutcome.Declined _ ->
                unchanged(
                        "already-invited",
                        Text.of(
                                "You have declined an invitation by {0}. If you think again, invite {0}: that connects"
                                        + " you at once.",
                                name));
            case FollowOutcome.TooSoon _ ->
                unchanged(
                        "too-soon",
                        Text.of(
                                "An invitation by {0} to you has ended, and it is too soon for another. You can still"
                                        + " invite {0} yourself.",
                                name));
            case FollowOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
        };
    }

    /// Why an invitation was not declined; empty when it was.
    static Optional<Problem> of(DeclineInvitationOutcome outcome) {
        return switch (outcome) {
            case DeclineInvitationOutcome.Declined _ -> Optional.empty();
            case DeclineInvitationOutcome.Over _ -> over();
            case DeclineInvitationOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
        };
    }

    /// Why a decline was not taken back; empty when it was.
    static Optional<Problem> of(UndoDeclineOutcome outcome) {
        return switch (outcome) {
            case UndoDeclineOutcome.Undone _ -> Optional.empty();
            case UndoDeclineOutcome.Waits _ ->
                unchanged("not-declined", Text.of("This invitation waits for your answer."));
            case UndoDeclineOutcome.TooLate _ -> unchanged("too-late", TOO_LATE);
            case UndoDeclineOutcome.Over _ -> over();
            case UndoDeclineOutcome.TooMany _ -> Optional.of(Problem.ofStatus(HttpStatus.TOO_MANY_REQUESTS));
            case UndoDeclineOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
        };
    }

    /// Why an invitation was not taken back; empty when it was.
    static Optional<Problem> of(WithdrawInvitationOutcome outcome) {
        return switch (outcome) {
            case WithdrawInvitationOutcome.Withdrawn _ -> Optional.empty();
            case WithdrawInvitationOutcome.Over _ -> over();
            case WithdrawInvitationOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
        };
    }

    /// Why a message was not sent; empty when it was.
    static Optional<Problem> of(SayOutcome outcome) {
        return switch (outcome) {
            case SayOutcome.Said _ -> Optional.empty();
            case SayOutcome.NotTheirTurn _ ->
                notSaid("not-your-turn", Text.of("You have written twice. Now it is the other’s turn to answer."));
            case SayOutcome.EnoughSaid _ ->
                notSaid(
                        "enough-said",
                        Text.of(
                                "You have written {0} messages on this invitation, which is as many as one may.",
                                Exchanges.MOST_EACH));
            case SayOutcome.Over _ -> over();
            case SayOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
        };
    }

    private static Optional<Problem> notSaid(String type, Text detail) {
        return Optional.of(Problem.of(HttpStatus.CONFLICT, type, Text.of("The message was not sent"), detail));
    }

    private static Optional<Problem> over() {
        return unchanged("over", OVER);
    }

    private static Optional<Problem> unchanged(String type, Text detail) {
        return Optional.of(Problem.of(HttpStatus.CONFLICT, type, Text.of("Nothing was changed"), detail));
    }

    private static Optional<Problem> notSent(String type, Text detail) {
        return Optional.of(Problem.of(HttpStatus.CONFLICT, type, Text.of("The invitation was not sent"), detail));
    }
}
