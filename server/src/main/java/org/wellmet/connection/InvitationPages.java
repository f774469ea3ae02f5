package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Viewers;
import org.wellmet.web.Badge;
import org.wellmet.web.Form;
import org.wellmet.web.ManyValued;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// The invitations that wait for the viewer, and those of the viewer that wait for others.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/invitations")
final class InvitationPages {
    private static final String ADDRESS = "/invitations";
    /// Where the keyboard goes on after an answer.
    private static final String FIRST = ADDRESS + "#first";

    private static final String SENT = ADDRESS + "/sent";
    private static final String TICKED = "declined";
    private static final String ID = "{id:[0-9]{1,18}}";

    private final Invitations invitations;
    private final Inbox inbox;
    private final Pages pages;

    InvitationPages(Invitations invitations, Inbox inbox, Pages pages) {
        this.invitations = invitations;
        this.inbox = inbox;
        this.pages = pages;
    }

    @Bean
    static Place invitationsPlace() {
        return new Place(Place.Where.MAIN, 30, ADDRESS, Text.of("Invitations"), "invite");
    }

    @GetMapping
    ModelAndView received(Viewer viewer, @RequestParam(defaultValue = "") String after) {
        Inbox.Page page = inbox.received(viewer, after);
        return list("connection/received", page, page.relevant(), page.irrelevant(), viewer);
    }

    @GetMapping("/sent")
    ModelAndView sent(Viewer viewer, @RequestParam(defaultValue = "") String after) {
        Inbox.Page page = inbox.sent(viewer, after);
        return list("connection/sent", page, page.waiting(), List.of(), viewer);
    }

    @PostMapping("/" + ID + "/accept")
    ModelAndView accept(Viewer viewer, @PathVariable long id) {
        return answer(FIRST, Refusals.of(invitations.accept(viewer.id(), id)), Text.of("You are connected."));
    }

    @PostMapping("/" + ID + "/decline")
    ModelAndView decline(Viewer viewer, @PathVariable long id) {
        return answer(
                FIRST, Refusals.of(invitations.decline(viewer.id(), id)), Text.of("Declined. Nobody is told of it."));
    }

    @PostMapping("/" + ID + "/withdraw")
    ModelAndView withdraw(Viewer viewer, @PathVariable long id) {
        return answer(
                SENT, Refusals.of(invitations.withdraw(viewer.id(), id)), Text.of("The invitation is taken back."));
    }

    /// Declines all that are ticked. There is no such way to accept: each yes is to one person.
    @PostMapping("/decline")
    ModelAndView declineTicked(Viewer viewer, Form form) {
        List<Long> ids = form.values(TICKED).stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .limit(Invitations.PAGE_SIZE)
                .map(Long::valueOf)
                .toList();
        int count = invitations.declineAll(viewer.id(), ids);
        return count == 0
                ? pages.onToWithRefusal(ADDRESS, Text.of("Nothing was declined. Tick the invitations first."))
                : pages.onTo(FIRST, Text.of("Declined: {0}. Nobody is told of it.", count));
    }

    /// The ticks of the list.
    @Bean
    static ManyValued tickedInvitations() {
        return ManyValued.of(TICKED);
    }

    private ModelAndView list(
            String template, Inbox.Page page, List<Waiting> waiting, List<Waiting> folded, Viewer viewer) {
        return Pages.page(
                template,
                Map.of(
                        "waiting", waiting,
                        "folded", folded,
                        "next", page.next(),
                        "receivedCount", invitations.receivedCount(viewer.id()),
                        "sentCount", invitations.sentCount(viewer.id())));
    }

    private ModelAndView answer(String next, Optional<Problem> refused, Text done) {
        if (refused.isEmpty()) {
            return pages.onTo(next, done);
        }
        if (refused.get().status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        return pages.onToWithRefusal(next, refused.get().detail());
    }

    /// How many wait, beside the place in the frame. One statement per page.
    @Bean
    static Badge invitationsBadge(Invitations invitations) {
        return new Badge() {
            @Override
            public String place() {
                return ADDRESS;
            }

            @Override
            public long count(HttpServletRequest request) {
                return Viewers.current()
                        .member()
                        .map(invitations::receivedCount)
                        .orElse(0L);
            }
        };
    }
}
