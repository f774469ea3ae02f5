package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Inviting somebody who is not here, and the list of those invitations, as JSON.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/invitations/outside", produces = MediaType.APPLICATION_JSON_VALUE)
final class OutsideApi {
    private static final String ID = "/{id:[0-9]{1,18}}";
    private static final Pattern ID_TYPED = Pattern.compile("[0-9]{1,18}");

    private final OutsideInvitations outside;
    private final Problems problems;
    private final InstantSource clock;

    OutsideApi(OutsideInvitations outside, Problems problems, InstantSource clock) {
        this.outside = outside;
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

    /// A page, latest first; the id of its last one goes into `before` for the next, until one is empty.
    @GetMapping
    Object list(Viewer viewer, @RequestParam(defaultValue = "0") String before, HttpServletRequest request) {
        if (!ID_TYPED.matcher(before).matches()) {
            return problems.answer(request, wrongBefore());
        }
        Instant now = clock.instant();
        return ResponseEntity.ok(outside.of(viewer.id(), Long.parseLong(before)).shown().stream()
                .map(one -> OutsideWire.of(one, now))
                .toList());
    }

    private static Problem wrongBefore() {
        return Problem.refused(
                "before", Text.of("Where the page begins"), Text.of("Send what the page before gave as its next."));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object invite(Viewer viewer, @RequestBody InviteWire sent, Frame frame, HttpServletRequest request) {
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
        InviteOutsideOutcome outcome = typed.get().send(outside, viewer, frame);
        return Refusals.of(outcome, clock.instant())
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

    @PostMapping(ID + "/revoke")
    ResponseEntity<DoneWire> revoke(Viewer viewer, @PathVariable long id) {
        if (!outside.revoke(viewer.id(), id)) {
            throw new NotHere();
        }
        return ResponseEntity.ok(new DoneWire("revoked", ""));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
