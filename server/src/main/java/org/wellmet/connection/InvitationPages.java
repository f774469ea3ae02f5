package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.wellmet.member.MemberId;
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
    private static final String PLACE = "f?[0-9]{1,2}";
    private static final int MOST_NAMED = 3;
    private static final String ID = "{id:[0-9]{1,18}}";

    private final Invitations invitations;
    private final Inbox inbox;
    private final Acquaintances acquaintances;
    private final Pages pages;

    InvitationPages(Invitations invitations, Inbox inbox, Acquaintances acquaintances, Pages pages) {
        this.invitations = invitations;
        this.inbox = inbox;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @Bean
    static Place invitationsPlace() {
        return new Place(Place.Where.MAIN, 30, ADDRESS, Text.of("Invitations"), "invite");
    }

    /// @param place where on the page the invitation stood that was answered just now; an `f` says among the folded
    /// @param handle of whose invitation was declined just now
    @GetMapping
    ModelAndView received(
            Viewer viewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(name = "of", defaultValue = "") String handle) {
        Inbox.Page asked = inbox.received(viewer, after);
        boolean isPast = asked.waiting().isEmpty(); // its last one was answered just now
        Inbox.Page page = isPast ? inbox.received(viewer, "") : asked;
        ModelAndView list = list("connection/received", page, page.relevant(), page.irrelevant(), viewer);
        list.addObject("after", isPast ? "" : after);
        list.addObject("focus", focus(place, page));
        list.addObject("declined", acquaintances.named(viewer, handle).filter(person -> isDeclined(viewer, person)));
        return list;
    }

    /// The place of what moved up into the answered one's, or of the last.
    private static String focus(String place, Inbox.Page page) {
        if (!place.matches(PLACE)) {
            return "";
        }
        boolean isFolded = place.startsWith("f") && !page.irrelevant().isEmpty();
        int size = isFolded ? page.irrelevant().size() : page.relevant().size();
        return (isFolded ? "f" : "") + Math.min(Integer.parseInt(place.replace("f", "")), size);
    }

    /// Whether inviting that person would undo a decline of the viewer's.
    private boolean isDeclined(Viewer viewer, Acquaintance person) {
        MemberId inviter = person.member().id();
        return invitations.waitingForInviter(inviter, viewer.id()).isPresent()
                && invitations.waiting(inviter, viewer.id()).isEmpty();
    }

    @GetMapping("/sent")
    ModelAndView sent(Viewer viewer, @RequestParam(defaultValue = "") String after) {
        Inbox.Page page = inbox.sent(viewer, after);
        return list("connection/sent", page, page.waiting(), List.of(), viewer);
    }

    @PostMapping("/" + ID + "/accept")
    ModelAndView accept(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after) {
        AcceptInvitationOutcome outcome = invitations.accept(viewer.id(), id);
        Text done = outcome instanceof AcceptInvitationOutcome.Accepted(var inviter)
                ? Text.of(
                        "You and {0} are connected.",
                        person(viewer, inviter).member().name())
                : Text.of("Nothing was changed");
        return answer(back(place, after), Refusals.of(outcome).orElse(null), done);
    }

    /// What the page says of it stands beside a way back, and so is said by the page.
    @PostMapping("/" + ID + "/decline")
    ModelAndView decline(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after) {
        DeclineInvitationOutcome outcome = invitations.decline(viewer.id(), id);
        String back = back(place, after);
        return outcome instanceof DeclineInvitationOutcome.Declined(var inviter)
                ? pages.onTo(back + (back.contains("?") ? "&" : "?") + "of="
                        + person(viewer, inviter).member().handle())
                : answer(back, Refusals.of(outcome).orElse(null), Text.of("Nothing was changed"));
    }

    /// The list at the place where it was answered.
    private static String back(String place, String after) {
        if (!place.matches(PLACE)) {
            return ADDRESS;
        }
        return ADDRESS + "?place=" + place + (after.matches("[0-9]{1,4}") ? "&after=" + after : "");
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
        List<MemberId> inviters = invitations.declineAll(viewer.id(), ids);
        return inviters.isEmpty()
                ? pages.onToWithRefusal(ADDRESS, Text.of("Nothing was declined. Tick the invitations first."))
                : pages.onTo(ADDRESS, declined(viewer, inviters));
    }

    private Text declined(Viewer viewer, List<MemberId> inviters) {
        String names = inviters.stream()
                .limit(MOST_NAMED)
                .map(inviter -> person(viewer, inviter).member().name())
                .collect(Collectors.joining(", "));
        int more = inviters.size() - MOST_NAMED;
        return more > 0
                ? Text.of("Declined: {0} and {1} more. Nobody is told of it.", names, more)
                : Text.of("Declined: {0}. Nobody is told of it.", names);
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
    private Acquaintance person(Viewer viewer, MemberId inviter) {
        return Optional.ofNullable(acquaintances.of(viewer, List.of(inviter)).get(inviter))
                .orElseThrow(NotHere::new);
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
