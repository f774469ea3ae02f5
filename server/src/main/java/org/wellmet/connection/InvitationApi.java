package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wellmet.connection.ConnectionApi.PersonWire;
import org.wellmet.connection.InvitationForm.Filled;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;

/// Invitations as JSON. Refusals are `application/problem+json`; a decline shows nowhere in what its inviter gets.
///
/// Methods return either a body or a problem, hence `Object`: Spring chooses by what it is given.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
final class InvitationApi {
    private static final String ID = "{id:[0-9]{1,18}}";

    private final Invitations invitations;
    private final Inbox inbox;
    private final Acquaintances acquaintances;
    private final Problems problems;
    private final InstantSource clock;

    InvitationApi(
            Invitations invitations, Inbox inbox, Acquaintances acquaintances, Problems problems, InstantSource clock) {
        this.invitations = invitations;
        this.inbox = inbox;
        this.acquaintances = acquaintances;
        this.problems = problems;
        this.clock = clock;
    }

    /// What a client sends to invite. Everything may be missing, and is then refused by name.
    record SendWire(
            @Nullable String to,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String why) {}

    /// One invitation that waits, with the member on its other side.
    record InvitationWire(
            long id,
            PersonWire member,
            String kind,
            String subject,
            boolean isChecked,
            String why,
            Instant sentAt,
            Instant expiresAt) {
        static InvitationWire of(Invitation invitation, Acquaintance other) {
            return new InvitationWire(
                    invitation.id(),
                    PersonWire.of(other),
                    invitation.claim().kind().name(),
                    invitation.claim().subject(),
                    invitation.isChecked(),
                    invitation.whyNow().text(),
                    invitation.sentAt(),
                    invitation.expiresAt());
        }
    }

    /// A page of invitations; `next` goes into `after` for the next page and is empty on the last.
    record ListWire(long count, List<InvitationWire> invitations, String next) {}

    /// What a change led to.
    record DoneWire(String status) {}

    @GetMapping
    ResponseEntity<ListWire> list(
            Viewer viewer,
            @RequestParam(defaultValue = "received") String box,
            @RequestParam(defaultValue = "") String after) {
        return switch (box) {
            case "received" -> page(invitations.receivedCount(viewer.id()), inbox.received(viewer, after));
            case "sent" -> page(invitations.sentCount(viewer.id()), inbox.sent(viewer, after));
            default -> throw new NotHere();
        };
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object send(Viewer viewer, @RequestBody SendWire sent, HttpServletRequest request) {
        Acquaintance invitee = acquaintances.named(viewer, text(sent.to())).orElseThrow(NotHere::new);
        Form form = Form.empty()
                .with("claim", text(sent.kind()))
                .with("subject", text(sent.subject()))
                .with("why", text(sent.why()));
        FormReader reading = form.reading();
        Optional<Filled> filled = InvitationForm.read(form, reading);
        if (filled.isEmpty()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        SendInvitationOutcome outcome = invitations.send(
                viewer.id(),
                invitee.member().id(),
                filled.get().claim(),
                filled.get().whyNow());
        return Refusals.of(outcome, invitee.member().name())
                .<Object>map(problem -> problems.answer(request, timed(outcome, problem)))
                .orElseGet(() -> created(outcome, invitee));
    }

    private Problem timed(SendInvitationOutcome outcome, Problem problem) {
        return outcome instanceof SendInvitationOutcome.QuotaReached(Instant retryAt)
                ? new Problem(
                        problem.status(),
                        problem.type(),
                        problem.title(),
                        problem.detail(),
                        problem.errors(),
                        Optional.of(Duration.between(clock.instant(), retryAt)))
                : problem;
    }

    @PostMapping("/" + ID + "/accept")
    Object accept(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, Refusals.of(invitations.accept(viewer.id(), id)), "accepted");
    }

    @PostMapping("/" + ID + "/decline")
    Object decline(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, Refusals.of(invitations.decline(viewer.id(), id)), "declined");
    }

    @PostMapping("/" + ID + "/withdraw")
    Object withdraw(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, Refusals.of(invitations.withdraw(viewer.id(), id)), "withdrawn");
    }

    private Object answer(HttpServletRequest request, Optional<Problem> refused, String done) {
        return refused.<Object>map(problem -> problems.answer(request, problem))
                .orElseGet(() -> ResponseEntity.ok(new DoneWire(done)));
    }

    private static ResponseEntity<?> created(SendInvitationOutcome outcome, Acquaintance invitee) {
        return outcome instanceof SendInvitationOutcome.Sent(Invitation invitation)
                ? ResponseEntity.created(URI.create("/invitations/sent")).body(InvitationWire.of(invitation, invitee))
                : ResponseEntity.ok(new DoneWire("connected"));
    }

    private static ResponseEntity<ListWire> page(long count, Inbox.Page page) {
        return ResponseEntity.ok(new ListWire(
                count,
                page.waiting().stream()
                        .map(one -> InvitationWire.of(one.invitation(), one.other()))
                        .toList(),
                page.next()));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
