package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import org.wellmet.connection.InvitationForm.Filled;
import org.wellmet.member.Handle;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Invitations as JSON. Refusals are `application/problem+json`; while an invitation seems to
/// wait, a decline shows nowhere in what its inviter gets; later it refuses another as a closed gate does.
///
/// Methods return either a body or a problem, hence `Object`: Spring chooses by what it is given.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
final class InvitationApi {
    private static final String ID = "{id:[0-9]{1,18}}";
    private static final Text TO = Text.of("Whom you invite");
    private static final Text WHICH = Text.of("Which invitations");

    private final Invitations invitations;
    private final SecondThoughts secondThoughts;
    private final Inbox inbox;
    private final Exchanges exchanges;
    private final Acquaintances acquaintances;
    private final Problems problems;
    private final InstantSource clock;

    InvitationApi(
            Invitations invitations,
            SecondThoughts secondThoughts,
            Inbox inbox,
            Exchanges exchanges,
            Acquaintances acquaintances,
            Problems problems,
            InstantSource clock) {
        this.invitations = invitations;
        this.secondThoughts = secondThoughts;
        this.inbox = inbox;
        this.exchanges = exchanges;
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

    /// One message on an invitation.
    record MessageWire(boolean isMine, String text, Instant at) {}

    /// One invitation with what was said on it.
    record ExchangeWire(InvitationWire invitation, boolean isMine, boolean maySay, List<MessageWire> messages) {}

    /// A message as sent.
    record SayWire(@Nullable String text) {}

    /// Invitations to decline at once, or whose decline to take back.
    record IdsWire(@Nullable List<Long> ids) {
        /// Each once.
        List<Long> some() {
            return ids == null
                    ? List.of()
                    : ids.stream().filter(Objects::nonNull).distinct().toList();
        }
    }

    /// How many were declined.
    record DeclinedWire(int declined) {}

    /// How many wait again.
    record UndoneWire(int undone) {}

    /// A page of invitations; `next` goes into `after` for the next page and is empty on the last.
    record ListWire(long count, List<InvitationWire> invitations, String next) {}

    /// What a change led to.
    record DoneWire(String status) {}

    @GetMapping
    Object list(
            Viewer viewer,
            Frame frame,
            HttpServletRequest request,
            @RequestParam(defaultValue = "received") String box,
            @RequestParam(defaultValue = "") String after) {
        if (!after.isEmpty() && !Inbox.isPlace(box, after)) {
            return problems.answer(
                    request, Problem.refused("after", WHICH, Text.of("Send what the page before gave as its next.")));
        }
        return switch (box) {
            case "received" -> page(invitations.receivedCount(viewer.id()), inbox.received(viewer, after), frame);
            case "sent" -> page(invitations.sentCount(viewer.id()), inbox.sent(viewer, after), frame);
            case "declined" -> {
                Inbox.Page page = inbox.declined(viewer);
                yield page(page.waiting().size(), page, frame);
            }
            default ->
                problems.answer(
                        request,
                        Problem.refused("box", WHICH, Text.of("One of these: {0}.", "received, sent, declined")));
        };
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object send(Viewer viewer, @RequestBody SendWire sent, HttpServletRequest request) {
        Form form = Form.empty()
                .with("to", text(sent.to()))
                .with("claim", text(sent.kind()))
                .with("subject", text(sent.subject()))
                .with("why", text(sent.why()));
        FormReader reading = form.reading();
        String to = reading.required("to", TO, Handle.MAX_LENGTH);
        Optional<Acquaintance> found = acquaintances.named(viewer, to);
        if (found.isEmpty() && !reading.isRefused()) {
            throw new NotHere();
        }
        Optional<Filled> filled = InvitationForm.read(
                form,
                reading,
                claim -> found.filter(invitee -> invitations.isKnown(
                                viewer.id(), invitee.member().id(), claim))
                        .isPresent());
        if (filled.isEmpty() || found.isEmpty()) {
            return problems.answer(request, Problem.refused(asNamedHere(reading.refused())));
        }
        Acquaintance invitee = found.get();
        SendInvitationOutcome outcome = invitations.send(
                viewer.id(),
                invitee.member().id(),
                filled.get().claim(),
                filled.get().whyNow());
        return Refusals.of(outcome, invitee.member().name())
                .<Object>map(problem -> problems.answer(request, timed(outcome, problem)))
                .orElseGet(() -> created(outcome, invitee));
    }

    /// What is a claim to the form of pages is a kind here.
    private static Form asNamedHere(Form refused) {
        return new Form(
                refused.typed(),
                refused.errors().stream()
                        .map(error -> error.name().equals("claim")
                                ? new Form.FieldError("kind", error.label(), error.message())
                                : error)
                        .toList());
    }

    private Problem timed(SendInvitationOutcome outcome, Problem problem) {
        return outcome instanceof SendInvitationOutcome.QuotaReached(Instant retryAt)
                ? problem.retryAfter(Duration.between(clock.instant(), retryAt))
                : problem;
    }

    /// One invitation that the viewer sent or got, with its messages.
    @GetMapping("/" + ID)
    ResponseEntity<ExchangeWire> exchange(Viewer viewer, @PathVariable long id) {
        Exchange exchange = exchanges.read(viewer, id).orElseThrow(NotHere::new);
        return ResponseEntity.ok(new ExchangeWire(
                InvitationWire.of(
                        exchange.invitation(),
                        exchange.other(),
                        exchange.messages().size()),
                exchange.isMine(),
                exchange.maySay(),
                exchange.messages().stream()
                        .map(one -> new MessageWire(viewer.is(one.author()), one.text(), one.at()))
                        .toList()));
    }

    @PostMapping(path = "/" + ID + "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object say(Viewer viewer, @PathVariable long id, @RequestBody SayWire sent, HttpServletRequest request) {
        Exchange exchange = exchanges.read(viewer, id).orElseThrow(NotHere::new);
        Form form = Form.empty().with("text", text(sent.text()));
        FormReader reading = form.reading();
        String typed = ExchangePages.typed(form, reading);
        return reading.isRefused()
                ? problems.answer(request, Problem.refused(reading.refused()))
                : answer(
                        request,
                        Refusals.of(exchanges.say(
                                        viewer.id(), exchange.invitation().id(), typed))
                                .orElse(null),
                        "sent");
    }

    /// Declines several. There is no such way to accept.
    @PostMapping(path = "/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object declineAll(Viewer viewer, @RequestBody IdsWire sent, HttpServletRequest request) {
        return ofSome(
                sent,
                request,
                ids -> ResponseEntity.ok(new DeclinedWire(
                        invitations.declineAll(viewer.id(), ids).size())));
    }

    /// Takes several declines back; says how many of these invitations wait again.
    @PostMapping(path = "/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object undoAll(Viewer viewer, @RequestBody IdsWire sent, HttpServletRequest request) {
        return ofSome(sent, request, ids -> {
            List<UndoDeclineOutcome> outcomes = secondThoughts.undoAll(viewer.id(), ids);
            int undone = (int) outcomes.stream()
                    .filter(UndoDeclineOutcome.Undone.class::isInstance)
                    .count();
            return undone == 0 && outcomes.getLast() instanceof UndoDeclineOutcome.TooMany(Instant retryAt)
                    ? problems.answer(request, tooMany(retryAt))
                    : ResponseEntity.ok(new UndoneWire(undone));
        });
    }

    private Problem tooMany(Instant retryAt) {
        return Problem.tooMany(Duration.between(clock.instant(), retryAt));
    }

    private Object ofSome(IdsWire sent, HttpServletRequest request, Function<List<Long>, Object> action) {
        List<Long> ids = sent.some();
        if (ids.isEmpty() || ids.size() > Invitations.PAGE_SIZE) {
            Text message = Text.of("Send 1 to {0} ids of invitations that wait for you.", Invitations.PAGE_SIZE);
            return problems.answer(request, Problem.refused("ids", WHICH, message));
        }
        return action.apply(ids);
    }

    @PostMapping("/" + ID + "/undo")
    Object undo(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        UndoDeclineOutcome outcome = secondThoughts.undo(viewer.id(), id);
        return outcome instanceof UndoDeclineOutcome.TooMany(Instant retryAt)
                ? problems.answer(request, tooMany(retryAt))
                : answer(request, Refusals.of(outcome).orElse(null), "waiting");
    }

    @PostMapping("/" + ID + "/accept")
    Object accept(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, Refusals.of(invitations.accept(viewer.id(), id)).orElse(null), "accepted");
    }

    @PostMapping("/" + ID + "/decline")
    Object decline(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, Refusals.of(invitations.decline(viewer.id(), id)).orElse(null), "declined");
    }

    @PostMapping("/" + ID + "/withdraw")
    Object withdraw(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(
                request, Refusals.of(invitations.withdraw(viewer.id(), id)).orElse(null), "withdrawn");
    }

    private Object answer(HttpServletRequest request, @Nullable Problem refused, String done) {
        return refused == null ? ResponseEntity.ok(new DoneWire(done)) : problems.answer(request, refused);
    }

    private static ResponseEntity<?> created(SendInvitationOutcome outcome, Acquaintance invitee) {
        return outcome instanceof SendInvitationOutcome.Sent(Invitation invitation)
                ? ResponseEntity.created(URI.create("/api/invitations/" + invitation.id()))
                        .body(InvitationWire.of(invitation, invitee, 0))
                : ResponseEntity.ok(new DoneWire("connected"));
    }

    private static ResponseEntity<ListWire> page(long count, Inbox.Page page, Frame frame) {
        return ResponseEntity.ok(new ListWire(
                count,
                page.waiting().stream()
                        .map(one -> InvitationWire.of(one, page.isFoldedAway(one), frame))
                        .toList(),
                page.next()));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
