package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final String ADDRESS = "/invitations";
    private static final String SENT = ADDRESS + "/sent";
    private static final String PLACE = "f?[0-9]{1,2}";
    static final String ID = "{id:[0-9]{1,18}}";

    private final Invitations invitations;
    private final SecondThoughts secondThoughts;
    private final Inbox inbox;
    private final Acquaintances acquaintances;
    private final Pages pages;

    InvitationPages(
            Invitations invitations,
            SecondThoughts secondThoughts,
            Inbox inbox,
            Acquaintances acquaintances,
            Pages pages) {
        this.invitations = invitations;
        this.secondThoughts = secondThoughts;
        this.inbox = inbox;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @Bean
    static Place invitationsPlace() {
        return new Place(Place.Where.MAIN, 30, ADDRESS, Text.of("Invitations"), "invite");
    }

    /// @param place where on the page the invitation stood that was answered just now; an `f` says among the folded
    /// @param declined the invitations that were declined just now, as [JustDeclined] writes them
    /// @param back the one whose decline was taken back just now
    @GetMapping
    ModelAndView received(
            Viewer viewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String declined,
            @RequestParam(defaultValue = "") String back) {
        Inbox.Page asked = inbox.received(viewer, after);
        boolean isPast = asked.waiting().isEmpty(); // its last one was answered just now
        Inbox.Page page = isPast ? inbox.received(viewer, "") : asked;
        ModelAndView list = list("connection/received", page, page.relevant(), page.irrelevant(), viewer);
        list.addObject("after", isPast ? "" : after);
        list.addObject("focus", back.isEmpty() ? focus(place, page) : placeOf(back, page));
        Optional<JustDeclined> just = justDeclined(viewer, declined);
        list.addObject("declined", just);
        list.addObject("lately", lately(viewer, just.map(JustDeclined::ids).orElse(List.of())));
        return list;
    }

    /// What was declined before: what was declined just now has its way back at the top.
    private List<Waiting> lately(Viewer viewer, List<Long> just) {
        return inbox.declined(viewer).waiting().stream()
                .filter(one -> !just.contains(one.invitation().id()))
                .toList();
    }

    private Optional<JustDeclined> justDeclined(Viewer viewer, String typed) {
        List<Invitation> found = secondThoughts.possible(viewer.id(), JustDeclined.ids(typed));
        return JustDeclined.of(
                found,
                acquaintances.of(viewer, found.stream().map(Invitation::inviter).toList()));
    }

    /// Where on the page the invitation stands, or nowhere.
    private static String placeOf(String id, Inbox.Page page) {
        int relevant = indexOf(id, page.relevant());
        int folded = indexOf(id, page.irrelevant());
        return relevant > 0 ? Integer.toString(relevant) : folded > 0 ? "f" + folded : "";
    }

    /// From 1 on; 0 when it is not there.
    private static int indexOf(String id, List<Waiting> list) {
        return 1
                + list.stream()
                        .map(one -> Long.toString(one.invitation().id()))
                        .toList()
                        .indexOf(id);
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

    /// The list at the place where it was answered.
    static String back(String place, String after) {
        String query = (place.matches(PLACE) ? "&place=" + place : "")
                + (after.matches("[0-9]{1,4}") ? "&after=" + after : "");
        return query.isEmpty() ? ADDRESS : ADDRESS + "?" + query.substring(1);
    }

    @PostMapping("/" + ID + "/withdraw")
    ModelAndView withdraw(Viewer viewer, @PathVariable long id) {
        return answer(
                SENT,
                Refusals.of(invitations.withdraw(viewer.id(), id)).orElse(null),
                Text.of("The invitation is taken back."));
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
