package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Portion;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Inviting somebody who is not here, as page and as JSON, and the list of those invitations.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class OutsidePages {
    private static final String ADDRESS = "/invitations/outside";
    private static final String API = "/api/invitations/outside";
    private static final String ID = "/{id:[0-9]{1,18}}";
    private static final String TEMPLATE = "connection/outside";

    private static final int MOST_OPERATORS = 5;

    private final OutsideInvitations outside;
    private final Invitations invitations;
    private final Members members;
    private final Acquaintances acquaintances;
    private final Pages pages;
    private final Problems problems;
    private final InstantSource clock;

    OutsidePages(
            OutsideInvitations outside,
            Invitations invitations,
            Members members,
            Acquaintances acquaintances,
            Pages pages,
            Problems problems,
            InstantSource clock) {
        this.outside = outside;
        this.invitations = invitations;
        this.members = members;
        this.acquaintances = acquaintances;
        this.pages = pages;
        this.problems = problems;
        this.clock = clock;
    }

    /// What a client sends: `email` for a mail, none for a link.
    record InviteWire(
            @Nullable String email,
            @Nullable String note,
            @Nullable String why,
            @Nullable Integer uses) {}

    /// One of the viewer's.
    record OutsideWire(
            long id, String email, String note, String why, int uses, int maxUses, Instant expiresAt, String state) {
        static OutsideWire of(OutsideInvitation one, Instant now) {
            return new OutsideWire(
                    one.id(),
                    one.email().orElse(""),
                    one.note(),
                    one.whyNow(),
                    one.uses(),
                    one.maxUses(),
                    one.expiresAt(),
                    one.stateAt(now).name());
        }
    }

    /// What a change led to; `address` is the link, shown once. `laid`: the mail waits for the operator,
    /// as no mail server is set.
    record DoneWire(String status, String address) {}

    @GetMapping(ADDRESS)
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "0") String before) {
        Map<String, Object> model = model(viewer, id(before));
        model.put("form", Form.empty().with("way", "MAIL"));
        return Pages.page(TEMPLATE, model);
    }

    @PostMapping(ADDRESS)
    ModelAndView invite(Viewer viewer, Form form, Frame frame) {
        FormReader reading = form.reading();
        Optional<OutsideForm> typed = OutsideForm.read(form, reading);
        if (typed.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), model(viewer, 0));
        }
        InviteOutsideOutcome outcome = invite(viewer, typed.get(), frame);
        return switch (outcome) {
            case InviteOutsideOutcome.Linked(String address) -> withLink(viewer, address, "LINK");
            case InviteOutsideOutcome.Laid(String address) -> withLink(viewer, address, "MAIL");
            case InviteOutsideOutcome.Mailed _ ->
                pages.onTo(ADDRESS, Text.of("The invitation is on its way. It is the only mail."));
            case InviteOutsideOutcome.MailedBefore _,
                    InviteOutsideOutcome.NotAdmitted _,
                    InviteOutsideOutcome.TooManyLinks _,
                    InviteOutsideOutcome.TooMany _ ->
                again(viewer, typed.get(), reading, refusal(outcome).orElseThrow());
        };
    }

    /// The page with a link that is shown this once.
    private ModelAndView withLink(Viewer viewer, String address, String way) {
        Map<String, Object> model = model(viewer, 0);
        model.put("link", address);
        model.put("form", Form.empty().with("way", way));
        return Pages.page(TEMPLATE, model);
    }

    private ModelAndView again(Viewer viewer, OutsideForm typed, FormReader reading, Problem refused) {
        boolean isMail = typed.email().isPresent();
        reading.refuse(isMail ? "email" : "why", isMail ? OutsideForm.EMAIL : OutsideForm.WORDS, refused.detail());
        ModelAndView again = Pages.again(TEMPLATE, reading.refused(), model(viewer, 0));
        again.setStatus(refused.status());
        return again;
    }

    @PostMapping(ADDRESS + ID + "/revoke")
    ModelAndView revoke(Viewer viewer, @PathVariable long id) {
        if (!outside.revoke(viewer.id(), id)) {
            throw new NotHere();
        }
        return pages.onTo(ADDRESS, Text.of("It opens no longer."));
    }

    /// A page, latest first; the id of its last one goes into `before` for the next, until one is empty.
    @GetMapping(path = API, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<OutsideWire>> list(Viewer viewer, @RequestParam(defaultValue = "0") String before) {
        Instant now = clock.instant();
        return ResponseEntity.ok(outside.of(viewer.id(), id(before)).shown().stream()
                .map(one -> OutsideWire.of(one, now))
                .toList());
    }

    @PostMapping(path = API, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Object inviteByJson(Viewer viewer, @RequestBody InviteWire sent, Frame frame, HttpServletRequest request) {
        Form form = Form.empty()
                .with("way", sent.email() == null ? "LINK" : "MAIL")
                .with("email", text(sent.email()))
                .with("note", text(sent.note()))
                .with("why", text(sent.why()))
                .with("uses", sent.uses() == null ? "1" : sent.uses().toString());
        FormReader reading = form.reading();
        Optional<OutsideForm> typed = OutsideForm.read(form, reading);
        if (typed.isEmpty()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        InviteOutsideOutcome outcome = invite(viewer, typed.get(), frame);
        return refusal(outcome)
                .<Object>map(problem -> problems.answer(request, problem))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CREATED).body(done(outcome)));
    }

    private static DoneWire done(InviteOutsideOutcome outcome) {
        return switch (outcome) {
            case InviteOutsideOutcome.Linked(String address) -> new DoneWire("linked", address);
            case InviteOutsideOutcome.Laid(String address) -> new DoneWire("laid", address);
            case InviteOutsideOutcome.Mailed _ -> new DoneWire("mailed", "");
            case InviteOutsideOutcome.MailedBefore _,
                    InviteOutsideOutcome.NotAdmitted _,
                    InviteOutsideOutcome.TooManyLinks _,
                    InviteOutsideOutcome.TooMany _ -> throw new IllegalStateException("refused: " + outcome);
        };
    }

    @PostMapping(path = API + ID + "/revoke", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DoneWire> revokeByJson(Viewer viewer, @PathVariable long id) {
        if (!outside.revoke(viewer.id(), id)) {
            throw new NotHere();
        }
        return ResponseEntity.ok(new DoneWire("revoked", ""));
    }

    private InviteOutsideOutcome invite(Viewer viewer, OutsideForm typed, Frame frame) {
        return typed.email()
                .map(email -> outside.mail(viewer.id(), email, typed.why(), frame::say))
                .orElseGet(() -> outside.link(viewer.id(), typed.note(), typed.why(), typed.uses()));
    }

    private Optional<Problem> refusal(InviteOutsideOutcome outcome) {
        return switch (outcome) {
            case InviteOutsideOutcome.Mailed _, InviteOutsideOutcome.Laid _, InviteOutsideOutcome.Linked _ ->
                Optional.empty();
            case InviteOutsideOutcome.MailedBefore _ ->
                notSent(
                        HttpStatus.CONFLICT,
                        "mailed-before",
                        Text.of("You have invited this address before. Nobody is mailed twice."));
            case InviteOutsideOutcome.NotAdmitted _ ->
                notSent(
                        HttpStatus.CONFLICT,
                        "not-admitted",
                        Text.of("This network’s rules admit no such address, and an invitation changes no rule."));
            case InviteOutsideOutcome.TooManyLinks _ ->
                notSent(
                        HttpStatus.CONFLICT, // taking one back lifts it
                        "too-many-links",
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
                        Optional.of(Duration.between(clock.instant(), retryAt))));
        };
    }

    private static Optional<Problem> notSent(HttpStatus status, String type, Text detail) {
        return Optional.of(Problem.of(status, type, Text.of("The invitation was not sent"), detail));
    }

    private Map<String, Object> model(Viewer viewer, long before) {
        Portion<OutsideInvitation> page = outside.of(viewer.id(), before);
        Map<String, Object> model = new HashMap<>();
        model.put("sent", page.shown());
        model.put("next", page.isMore() ? page.shown().getLast().id() : 0L);
        model.put("isFirst", before == 0);
        model.put("now", clock.instant());
        model.put("isPossible", outside.isPossible());
        model.put("isMailed", outside.isMailed());
        model.put("operators", outside.isPossible() ? List.of() : operators(viewer));
        model.put("link", "");
        model.put("receivedCount", invitations.receivedCount(viewer.id()));
        model.put("sentCount", invitations.sentCount(viewer.id()));
        return model;
    }

    /// Who could admit somebody where only operators' links do, as far as the viewer sees them.
    private List<Acquaintance> operators(Viewer viewer) {
        return List.copyOf(
                acquaintances.of(viewer, members.operators(MOST_OPERATORS)).values());
    }

    private static long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
