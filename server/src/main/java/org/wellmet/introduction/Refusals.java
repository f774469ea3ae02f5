package org.wellmet.introduction;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// What pages and JSON say to each refusal of this package: one wording for both.
final class Refusals {
    private Refusals() {}

    /// Why nobody was asked for an introduction to somebody of that name; empty when somebody was.
    static Optional<Problem> of(AskOutcome outcome, String name) {
        return switch (outcome) {
            case AskOutcome.Asked _ -> Optional.empty();
            case AskOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
            case AskOutcome.Oneself _ ->
                notAsked("oneself", Text.of("This is your own profile. Introductions lead to others."));
            case AskOutcome.AlreadyConnected _ ->
                notAsked("already-connected", Text.of("You and {0} are connected already.", name));
            case AskOutcome.AlreadyAsked _ ->
                notAsked(
                        "already-asked",
                        Text.of("You have asked for an introduction to {0}. It waits for an answer.", name));
            case AskOutcome.TooSoon(var retryAt) ->
                notAsked(
                        "too-soon",
                        Text.of(
                                "An introduction of yours has reached {0}. You may ask for another from {1} on.",
                                name, retryAt));
            case AskOutcome.Closed _ ->
                notAsked("closed", Text.of("{0} takes no introductions for the time being.", name));
            case AskOutcome.NotOffered _ ->
                notAsked("not-offered", Text.of("Nobody of that name can introduce you. Choose one of those offered."));
            case AskOutcome.ConnectorBusy _ ->
                notAsked(
                        "connector-busy",
                        Text.of("The one you chose has many introductions to pass on just now. Choose somebody else,"
                                + " or try again in a few days."));
            case AskOutcome.TooManyWaiting _ ->
                notAsked(
                        "too-many-wait",
                        Text.of(
                                "{0} introductions of yours wait for an answer, as many as may. Take one back, or wait until"
                                        + " one is answered.",
                                Introductions.MOST_WAITING));
            case AskOutcome.QuotaReached(var retryAt) ->
                tooMany(Text.of(
                        "You have asked for {0} introductions within seven days, as many as one may. You may ask for"
                                + " another from {1} on.",
                        Introductions.MOST_A_WEEK, retryAt));
        };
    }

    /// Said where no mutual connection may be shown.
    static Problem nobodyToAsk(String name) {
        return Problem.of(
                HttpStatus.CONFLICT,
                "nobody-to-ask",
                Text.of("Nobody was asked"),
                Text.of("You share no connection with {0} that you may see and could ask.", name));
    }

    /// Why an answer was not taken; empty when it was.
    static Optional<Problem> of(AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Done _, AnswerOutcome.Connected _, AnswerOutcome.Replied _ -> Optional.empty();
            case AnswerOutcome.Absent _ -> Optional.of(Problem.ofStatus(HttpStatus.NOT_FOUND));
            case AnswerOutcome.AlreadyConnected _ ->
                unchanged("already-connected", Text.of("You are connected already."));
            case AnswerOutcome.Over _ ->
                unchanged(
                        "over",
                        Text.of("This introduction waits no more. It was answered, taken back, or its time is over."));
            case AnswerOutcome.EnoughSaid _ ->
                unchanged(
                        "enough-said",
                        Text.of("An invitation waits between you two, and you have written as much on it as one may."
                                + " Accept or decline, or wait for an answer there."));
        };
    }

    private static Optional<Problem> notAsked(String type, Text detail) {
        return Optional.of(Problem.of(HttpStatus.CONFLICT, type, Text.of("Nobody was asked"), detail));
    }

    private static Optional<Problem> tooMany(Text detail) {
        return Optional.of(
                Problem.of(HttpStatus.TOO_MANY_REQUESTS, "quota-reached", Text.of("Nobody was asked"), detail));
    }

    private static Optional<Problem> unchanged(String type, Text detail) {
        return Optional.of(Problem.of(HttpStatus.CONFLICT, type, Text.of("Nothing was changed"), detail));
    }
}
