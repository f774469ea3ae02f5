package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private static final String SENT = ADDRESS + "/sent";
    private static final String TICKED = "declined";
    private static final String ID = "{id:[0-9]{1,18}}";

    private final Invitations invitations;
    private final Inbox inbox;
    private final Exchanges exchanges;
    private final Pages pages;

    InvitationPages(Invitations invitations, Inbox inbox, Exchanges exchanges, Pages pages) {
        this.invitations = invitations;
        this.inbox = inbox;
        this.exchanges = exchanges;
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
        String name = inviter(viewer, id);
        return answer(
                ADDRESS,
                Refusals.of(invitations.accept(viewer.id(), id)).orElse(null),
                Text.of("You and {0} are connected.", name));
    }

    @PostMapping("/" + ID + "/decline")
    ModelAndView decline(Viewer viewer, @PathVariable long id) {
        String name = inviter(viewer, id);
        return answer(
                ADDRESS,
                Refusals.of(invitations.decline(viewer.id(), id)).orElse(null),
                Text.of(
                        "You declined the invitation by {0}, and nobody is told of it. If that was a slip, invite {0}:"
                                + " it connects you.",
                        name));
    }

    @PostMapping("/" + ID + "/withdraw")
    ModelAndView withdraw(Viewer viewer, @PathVariable long id) {
        return answer(
                SENT,
                Refusals.of(invitations.withdraw(viewer.id(), id)).orElse(null),
                Text.of("The invitation is taken back."));
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
                : pages.onTo(ADDRESS, Text.of("Declined: {0}. Nobody is told of it.", count));
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

    /// Who is answered, as far as the viewer may know.
    private String inviter(Viewer viewer, long id) {
        return exchanges
                .read(viewer, id)
                .orElseThrow(NotHere::new)
                .other()
                .member()
                .name();
    }

    private ModelAndView answer(String next, @Nullable Problem refused, Text done) {
        if (refused == null) {
            return pages.onTo(next, done);
        }
        if (refused.status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        return pages.onToWithRefusal(next, refused.detail());
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
