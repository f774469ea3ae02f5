package org.wellmet.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.connection.InvitationForm.Filled;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// The form that invites one member.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/invite/{handle}")
final class InvitePages {
    private static final String TEMPLATE = "connection/invite";

    private final Invitations invitations;
    private final Allowances allowances;
    private final Acquaintances acquaintances;
    private final Pages pages;

    InvitePages(Invitations invitations, Allowances allowances, Acquaintances acquaintances, Pages pages) {
        this.invitations = invitations;
        this.allowances = allowances;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(Viewer viewer, @PathVariable String handle) {
        Acquaintance invitee = find(viewer, handle);
        SharedGround shared = invitations.shared(viewer.id(), invitee.member().id());
        Optional<SendInvitationOutcome> obstacle =
                invitations.obstacle(viewer.id(), invitee.member().id(), shared);
        if (obstacle.isPresent()) {
            return notPossible(viewer, invitee, obstacle.get(), true);
        }
        Form form = shared.isEmpty()
                ? Form.empty()
                : Form.empty()
                        .with(
                                "claim",
                                InvitationForm.value(shared.all().getFirst().claim()));
        return Pages.page(TEMPLATE, with(model(viewer, invitee, form, shared), "form", form));
    }

    @PostMapping
    ModelAndView send(Viewer viewer, @PathVariable String handle, Form form) {
        Acquaintance invitee = find(viewer, handle);
        FormReader reading = form.reading();
        Optional<Filled> filled = InvitationForm.read(
                form,
                reading,
                claim -> invitations.isKnown(viewer.id(), invitee.member().id(), claim));
        if (filled.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), model(viewer, invitee, form));
        }
        SendInvitationOutcome outcome = invitations.send(
                viewer.id(),
                invitee.member().id(),
                filled.get().claim(),
                filled.get().whyNow());
        return switch (outcome) {
            case SendInvitationOutcome.QuotaReached _ ->
                again(HttpStatus.TOO_MANY_REQUESTS, Refusals.QUOTA, reading, model(viewer, invitee, form));
            case SendInvitationOutcome.TooManyWait _ ->
                again(HttpStatus.CONFLICT, Refusals.WAITING, reading, model(viewer, invitee, form));
            case SendInvitationOutcome.Sent _ ->
                pages.onTo(
                        "/invitations/sent",
                        Text.of(
                                "Your invitation to {0} is sent.",
                                invitee.member().name()));
            case SendInvitationOutcome.Connected _ ->
                pages.onTo(
                        "/network",
                        Text.of(
                                "{0} had invited you, too. You are connected.",
                                invitee.member().name()));
            case SendInvitationOutcome.AlreadyConnected _,
                    SendInvitationOutcome.AlreadyInvited _,
                    SendInvitationOutcome.TooSoon _,
                    SendInvitationOutcome.NotOpen _,
                    SendInvitationOutcome.BelowTheGate _,
                    SendInvitationOutcome.Oneself _,
                    SendInvitationOutcome.Absent _ -> notPossible(viewer, invitee, outcome, false);
        };
    }

    /// The form again, so that nothing that was typed is lost.
    private static ModelAndView again(HttpStatus status, Text why, FormReader reading, Map<String, Object> model) {
        ModelAndView again = Pages.again(TEMPLATE, reading.refused(), with(model, "refused", why));
        again.setStatus(status);
        return again;
    }

    /// What the invitee will see, as far as it is typed: a part of the page, for those whose browser asks for
    /// it as they type. Changes nothing.
    @PostMapping("/preview")
    ModelAndView preview(Viewer viewer, @PathVariable String handle, Form form) {
        return Pages.page("connection/preview", model(viewer, find(viewer, handle), form));
    }

    /// Why there is nothing to send, and which doors are open instead.
    private ModelAndView notPossible(
            Viewer viewer, Acquaintance invitee, SendInvitationOutcome outcome, boolean isBefore) {
        Problem problem = Refusals.of(outcome, invitee.member().name()).orElseThrow(NotHere::new);
        if (problem.status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        List<Door.Way> ways = outcome instanceof SendInvitationOutcome.BelowTheGate(var open) ? open : List.of();
        List<MemberId> through = ways.stream()
                .flatMap(way -> way instanceof Door.Way.Introduction introduction
                        ? introduction.through().stream()
                        : Stream.empty())
                .toList();
        return new ModelAndView(
                "connection/not-possible",
                Map.of(
                        "invitee",
                        invitee,
                        "problem",
                        problem,
                        "ways",
                        ways,
                        "through",
                        acquaintances.inOrder(viewer, through)),
                isBefore ? HttpStatus.OK : problem.status());
    }

    private Map<String, Object> model(Viewer viewer, Acquaintance invitee, Form form) {
        return model(
                viewer,
                invitee,
                form,
                invitations.shared(viewer.id(), invitee.member().id()));
    }

    private Map<String, Object> model(Viewer viewer, Acquaintance invitee, Form form, SharedGround shared) {
        MemberId inviteeId = invitee.member().id();
        Optional<Claim> claim = InvitationForm.draft(form);
        Acquaintance self = acquaintances.of(viewer, List.of(viewer.id())).get(viewer.id());
        if (self == null) {
            throw new NotHere(); // suspended a moment ago
        }
        return Map.of(
                "invitee",
                invitee,
                "allowance",
                allowances.of(viewer.id()),
                "grounds",
                shared.all(),
                "free",
                shared.ofAcquaintances(),
                "mutuals",
                acquaintances.mutuals(viewer, List.of(inviteeId)).getOrDefault(inviteeId, NamedMutuals.NONE),
                "isAwaited",
                invitations.waitingForInviter(inviteeId, viewer.id()).isPresent(),
                "isReadable",
                invitations.waiting(inviteeId, viewer.id()).isPresent(),
                "preview",
                new Preview(
                        asSeenBy(invitee, self),
                        claim,
                        claim.map(shared::check).orElse(Check.UNCHECKED),
                        form.value("why").strip()));
    }

    /// The viewer as the invitee meets them, as far as the viewer sees it, too: where either has a list that the other
    /// may not know, neither learns of it here.
    private Acquaintance asSeenBy(Acquaintance invitee, Acquaintance self) {
        MemberId selfId = self.member().id();
        return Optional.ofNullable(acquaintances
                        .of(Viewer.of(invitee.member().id()), List.of(selfId))
                        .get(selfId))
                .filter(seen -> seen.steps() == invitee.steps())
                .map(seen -> new Acquaintance(
                        self.member(), seen.steps(), Math.min(seen.mutualCount(), invitee.mutualCount())))
                .orElseGet(() -> new Acquaintance(self.member(), 0, 0));
    }

    private Acquaintance find(Viewer viewer, String handle) {
        return acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
    }

    private static Map<String, Object> with(Map<String, Object> model, String name, Object value) {
        Map<String, Object> more = new HashMap<>(model);
        more.put(name, value);
        return more;
    }
}
