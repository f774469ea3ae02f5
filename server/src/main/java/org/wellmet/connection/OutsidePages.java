package org.wellmet.connection;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import org.wellmet.web.Text;

/// Inviting somebody who is not here, and the list of those invitations.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class OutsidePages {
    private static final String ADDRESS = "/invitations/outside";
    private static final String ID = "/{id:[0-9]{1,18}}";
    private static final String TEMPLATE = "connection/outside";

    private static final int MOST_OPERATORS = 5;

    private final OutsideInvitations outside;
    private final Invitations invitations;
    private final Members members;
    private final Acquaintances acquaintances;
    private final Pages pages;
    private final InstantSource clock;

    OutsidePages(
            OutsideInvitations outside,
            Invitations invitations,
            Members members,
            Acquaintances acquaintances,
            Pages pages,
            InstantSource clock) {
        this.outside = outside;
        this.invitations = invitations;
        this.members = members;
        this.acquaintances = acquaintances;
        this.pages = pages;
        this.clock = clock;
    }

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
        InviteOutsideOutcome outcome = typed.get().send(outside, viewer, frame);
        return switch (outcome) {
            case InviteOutsideOutcome.Linked(String address) -> withLink(viewer, address, "LINK");
            case InviteOutsideOutcome.Laid(String address) -> withLink(viewer, address, "MAIL");
            case InviteOutsideOutcome.Mailed _ ->
                pages.onTo(ADDRESS, Text.of("The invitation is on its way. It is the only mail."));
            case InviteOutsideOutcome.MailedBefore _,
                    InviteOutsideOutcome.NotAdmitted _,
                    InviteOutsideOutcome.TooManyLinks _,
                    InviteOutsideOutcome.TooMany _ ->
                again(
                        viewer,
                        typed.get(),
                        reading,
                        Refusals.of(outcome, clock.instant()).orElseThrow());
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
        return acquaintances.inOrder(viewer, members.operators(MOST_OPERATORS));
    }

    private static long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }
}
