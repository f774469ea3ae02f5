package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.ManyValued;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Declines, one by one or all that are ticked, and takes declines back. There is no way to accept several: each yes is
/// to one person.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(InvitationPages.ADDRESS)
final class DeclinePages {
    private static final String TICKED = "declined";
    private static final String TAKEN_BACK = "undone";

    private final Invitations invitations;
    private final SecondThoughts secondThoughts;
    private final Pages pages;
    private final Problems problems;
    private final InstantSource clock;

    DeclinePages(
            Invitations invitations,
            SecondThoughts secondThoughts,
            Pages pages,
            Problems problems,
            InstantSource clock) {
        this.invitations = invitations;
        this.secondThoughts = secondThoughts;
        this.pages = pages;
        this.problems = problems;
        this.clock = clock;
    }

    /// What the page says of it stands beside a way back, and so is said by the page.
    @PostMapping("/" + InvitationPages.ID + "/decline")
    ModelAndView decline(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after) {
        String back = InvitationPages.back(place, after);
        return switch (invitations.decline(viewer.id(), id)) {
            case DeclineInvitationOutcome.Declined _ -> pages.onTo(withDeclined(back, List.of(id)));
            case DeclineInvitationOutcome.Over _ -> pages.onToWithRefusal(back, Refusals.OVER);
            case DeclineInvitationOutcome.Absent _ -> throw new NotHere();
        };
    }

    @PostMapping("/decline")
    ModelAndView declineTicked(Viewer viewer, Form form, @RequestParam(defaultValue = "") String after) {
        List<Long> ids = ids(form, TICKED);
        String back = InvitationPages.back("", after);
        return invitations.declineAll(viewer.id(), ids).isEmpty()
                ? pages.onToWithRefusal(back, Text.of("Nothing was declined. Tick the invitations first."))
                : pages.onTo(withDeclined(back, ids));
    }

    /// Pressed twice, it says the same twice.
    @PostMapping("/undo")
    ModelAndView undo(
            Viewer viewer, Form form, @RequestParam(defaultValue = "") String after, HttpServletRequest request) {
        List<Long> ids = ids(form, TAKEN_BACK);
        List<UndoDeclineOutcome> outcomes = secondThoughts.undoAll(viewer.id(), ids);
        String back = InvitationPages.back("", after);
        long waiting = outcomes.stream().filter(DeclinePages::isWaiting).count();
        if (waiting > 0) {
            return pages.onTo(with(back, "back=" + ids.getFirst()), said(waiting, outcomes));
        }
        if (!outcomes.isEmpty() && outcomes.getLast() instanceof UndoDeclineOutcome.TooMany(Instant retryAt)) {
            return problems.answer(request, Problem.tooMany(Duration.between(clock.instant(), retryAt)));
        }
        boolean isLate = outcomes.stream().anyMatch(UndoDeclineOutcome.TooLate.class::isInstance);
        return pages.onToWithRefusal(back, isLate ? Refusals.TOO_LATE : Refusals.OVER);
    }

    private static Text said(long waiting, List<UndoDeclineOutcome> outcomes) {
        int asked = outcomes.size();
        if (outcomes.getLast() instanceof UndoDeclineOutcome.TooMany) {
            return Text.of(
                    "Waiting for your answer again: {0} of {1}. Try the others once more in a few minutes.",
                    waiting, asked);
        }
        if (waiting < asked) {
            return Text.of(
                    "Waiting for your answer again: {0} of {1}. The others were taken back meanwhile.", waiting, asked);
        }
        return waiting == 1
                ? Text.of("The decline is undone. The invitation waits for your answer again.")
                : Text.of("The declines are undone. {0} invitations wait for your answer again.", waiting);
    }

    private static boolean isWaiting(UndoDeclineOutcome outcome) {
        return outcome instanceof UndoDeclineOutcome.Undone || outcome instanceof UndoDeclineOutcome.Waits;
    }

    private static String withDeclined(String back, List<Long> ids) {
        return with(back, "declined=" + JustDeclined.written(ids));
    }

    private static String with(String address, String more) {
        return address + (address.contains("?") ? "&" : "?") + more;
    }

    private static List<Long> ids(Form form, String name) {
        return form.values(name).stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .limit(Invitations.PAGE_SIZE)
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    /// The ticks of the list, and what one button takes back.
    @Bean
    static ManyValued declinedInvitations() {
        return ManyValued.of(TICKED, TAKEN_BACK);
    }
}
