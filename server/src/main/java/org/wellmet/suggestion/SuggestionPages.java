package org.wellmet.suggestion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.relevance.PrintedModel;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// The slate, its formula, and the card of three beside other pages.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/suggestions")
final class SuggestionPages {
    private static final String ADDRESS = "/suggestions";
    private static final int CARD_SIZE = 3;

    private final Suggestions suggestions;
    private final Dismissals dismissals;
    private final Acquaintances acquaintances;
    private final PrintedModel printed;
    private final Pages pages;

    SuggestionPages(
            Suggestions suggestions,
            Dismissals dismissals,
            Acquaintances acquaintances,
            PrintedModel printed,
            Pages pages) {
        this.printed = printed;
        this.dismissals = dismissals;
        this.suggestions = suggestions;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @Bean
    static Place suggestionsPlace() {
        return Place.link(Place.Where.NETWORK, 5, ADDRESS, Text.of("Suggestions"));
    }

    @Bean
    static Place suggestionsCard() {
        return Place.link(Place.Where.CARD, 10, ADDRESS + "/card", Text.of("People worth meeting"));
    }

    /// @param handle of who was dismissed just now, from the place `place` on the slate
    /// @param back of who was taken back just now
    /// @param kept of who was to be dismissed, and there was nothing to dismiss
    @GetMapping
    ModelAndView slate(
            Viewer viewer,
            @RequestParam(name = "lens", defaultValue = "") String code,
            @RequestParam(name = "dismissed", defaultValue = "") String handle,
            @RequestParam(name = "place", defaultValue = "") String place,
            @RequestParam(name = "back", defaultValue = "") String back,
            @RequestParam(name = "kept", defaultValue = "") String kept) {
        Lens lens = lens(code);
        List<Suggestion> slate = suggestions.slate(viewer, lens);
        Optional<Acquaintance> dismissed = handle.isEmpty()
                ? Optional.empty()
                : acquaintances
                        .named(viewer, handle)
                        .filter(person -> suggestions.isDismissed(
                                viewer.id(), person.member().id()));
        int focus = dismissed.isPresent() ? Math.min(place(place), slate.size()) : placeOf(slate, back);
        return Pages.page(
                "suggestion/suggestions",
                Map.of(
                        "lens", lens,
                        "slate", slate,
                        "dismissed", dismissed,
                        "focus", focus,
                        "refused", refused(viewer, kept),
                        "hasDismissed", slate.isEmpty() && dismissals.hasAny(viewer)));
    }

    /// Why that person was not dismissed, as it stands now.
    private Optional<Text> refused(Viewer viewer, String handle) {
        return handle.isEmpty()
                ? Optional.empty()
                : acquaintances
                        .named(viewer, handle)
                        .flatMap(person -> dismissals
                                .obstacle(viewer.id(), person.member().id())
                                .flatMap(outcome -> Dismissals.problem(
                                        outcome, person.member().name())))
                        .map(Problem::detail);
    }

    private static int place(String typed) {
        return typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : 0;
    }

    /// Where the focus goes: to somebody on the slate, to the head of it (0), or where it was (less).
    private static int placeOf(List<Suggestion> slate, String handle) {
        return handle.isEmpty()
                ? -1
                : slate.stream()
                        .filter(one -> one.person().member().handle().equals(handle))
                        .mapToInt(Suggestion::place)
                        .findFirst()
                        .orElse(0);
    }

    /// The inside of the card, for those whose browser asks for it when the page is there; everybody else goes to
    /// the slate.
    @GetMapping("/card")
    ModelAndView card(Viewer viewer, @RequestHeader(name = "HX-Request", required = false) @Nullable String isPart) {
        if (isPart == null) {
            return pages.onTo(ADDRESS);
        }
        List<Suggestion> slate = suggestions.slate(viewer, Lens.BALANCED);
        return Pages.page(
                "suggestion/card",
                Map.of(
                        "slate",
                        slate.subList(0, Math.min(CARD_SIZE, slate.size())),
                        "hasDismissed",
                        slate.isEmpty() && dismissals.hasAny(viewer)));
    }

    /// The formula, with the viewer's own numbers for somebody on their slate. About anybody else it says as much as
    /// about nobody, so that it does not tell why they are not suggested.
    @GetMapping("/formula")
    ModelAndView formula(
            Viewer viewer,
            Frame frame,
            @RequestParam(name = "lens", defaultValue = "") String code,
            @RequestParam(name = "member", defaultValue = "") String handle) {
        Lens lens = lens(code);
        List<Suggestion> slate = suggestions.slate(viewer, lens);
        Optional<Suggestion> chosen = slate.stream()
                .filter(one ->
                        handle.isEmpty() || one.person().member().handle().equals(handle))
                .findFirst();
        if (chosen.isEmpty() && !handle.isEmpty()) {
            throw new NotHere();
        }
        return Pages.page(
                "suggestion/formula",
                Map.of(
                        "lens",
                        lens,
                        "model",
                        suggestions.model(),
                        "numbers",
                        new FormulaNumbers(frame.language()),
                        "chosen",
                        chosen,
                        "weights",
                        printed.page()));
    }

    @PostMapping("/{handle}/dismiss")
    ModelAndView dismiss(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(name = "lens", defaultValue = "") String code,
            @RequestParam(name = "place", defaultValue = "") String place) {
        Acquaintance person = other(viewer, handle);
        boolean isDone = dismissals.dismiss(viewer.id(), person.member().id()) instanceof DismissOutcome.Dismissed;
        return pages.onTo(address(lens(code)) + (isDone ? "&dismissed=" : "&kept=")
                + person.member().handle() + "&place=" + place(place));
    }

    @PostMapping("/{handle}/undo")
    ModelAndView undo(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(name = "lens", defaultValue = "") String code,
            @RequestParam(name = "back", defaultValue = "") String back) {
        Acquaintance person = other(viewer, handle);
        suggestions.restore(viewer.id(), person.member().id());
        return back.equals("settings")
                ? pages.onTo(SuggestionSettingPages.ADDRESS)
                : pages.onTo(address(lens(code)) + "&back=" + person.member().handle());
    }

    private static String address(Lens lens) {
        return ADDRESS + "?lens=" + lens.code();
    }

    /// A lens that there is not, of an old link perhaps, is the usual one.
    private static Lens lens(String code) {
        return Lens.parse(code).orElse(Lens.BALANCED);
    }

    private Acquaintance other(Viewer viewer, String handle) {
        return acquaintances
                .named(viewer, handle)
                .filter(person -> !viewer.is(person.member().id()))
                .orElseThrow(NotHere::new);
    }
}
