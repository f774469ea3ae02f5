package org.wellmet.suggestion;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.BetweenWire;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Suggestions as JSON: what the pages show and do, no more and no less.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
final class SuggestionApi {
    private final Suggestions suggestions;
    private final Dismissals dismissals;
    private final Acquaintances acquaintances;
    private final Problems problems;

    SuggestionApi(Suggestions suggestions, Dismissals dismissals, Acquaintances acquaintances, Problems problems) {
        this.dismissals = dismissals;
        this.suggestions = suggestions;
        this.acquaintances = acquaintances;
        this.problems = problems;
    }

    /// A slate, best first, with the version of the formula, its `m*` and the weights of the lens.
    record SlateWire(int version, int peak, LensWire lens, List<SuggestionWire> suggestions) {}

    /// A lens and the exponents of the factors it looks at.
    record LensWire(String name, Map<String, Double> exponents) {
        static LensWire of(Lens lens) {
            Map<String, Double> exponents = new LinkedHashMap<>();
            for (Factor factor : Factor.values()) {
                if (lens.exponent(factor) > 0) {
                    exponents.put(word(factor), lens.exponent(factor));
                }
            }
            return new LensWire(lens.code(), exponents);
        }
    }

    /// A reason, and the search for more of the same where there is one.
    record WhyWire(String text, @Nullable String address) {}

    /// One suggestion: who, why, and the numbers that the formula took. `separation` is 2 or 3, and 0 for everyone
    /// else; `effect` is OPENS_CIRCLE, WIDENS_CIRCLE or CLOSES_TRIANGLES; `address` is the page that invites
    /// them or asks to be introduced.
    record SuggestionWire(
            String handle,
            String name,
            String headline,
            int separation,
            int mutualCount,
            @Nullable BetweenWire between,
            String effect,
            List<WhyWire> reasons,
            String address,
            NumbersWire numbers) {
        static SuggestionWire of(Suggestion one, SuggestionModel model, Lens lens, Frame frame) {
            return new SuggestionWire(
                    one.person().member().handle(),
                    one.person().member().name(),
                    one.person().member().headline(),
                    one.person().steps(),
                    one.person().mutualCount(),
                    BetweenWire.of(one.mutuals()),
                    one.effect().name(),
                    one.why().stream()
                            .map(why -> new WhyWire(
                                    frame.say(why.text()), why.address().orElse(null)))
                            .toList(),
                    one.address(),
                    NumbersWire.of(one, model, lens));
        }
    }

    /// The damped mutual connections, the factors that the lens looks at, as they are printed and before the lens
    /// weighs them, and what they make.
    record NumbersWire(double damped, Map<String, Double> factors, double score) {
        static NumbersWire of(Suggestion one, SuggestionModel model, Lens lens) {
            Map<String, Double> factors = new LinkedHashMap<>();
            model.terms(one.prospect(), lens).forEach(term -> factors.put(word(term.factor()), term.value()));
            return new NumbersWire(one.prospect().damped(), factors, one.score());
        }
    }

    private static String word(Factor factor) {
        return factor.name().toLowerCase(Locale.ROOT);
    }

    /// Somebody who was dismissed; `/api/suggestions/{handle}/undo` takes it back.
    record DismissedWire(String handle, String name, String headline) {}

    /// Whether one is suggested to others. What is missing changes nothing.
    record SettingWire(@Nullable Boolean isSuggested) {}

    @GetMapping
    Object slate(
            HttpServletRequest request,
            Viewer viewer,
            Frame frame,
            @RequestParam(name = "lens", defaultValue = "balanced") String code) {
        return Lens.parse(code)
                .<Object>map(lens -> slate(viewer, frame, lens))
                .orElseGet(() -> problems.answer(request, noSuchLens()));
    }

    private ResponseEntity<SlateWire> slate(Viewer viewer, Frame frame, Lens lens) {
        SuggestionModel model = suggestions.model();
        List<SuggestionWire> slate = suggestions.slate(viewer, lens).stream()
                .map(one -> SuggestionWire.of(one, model, lens, frame))
                .toList();
        return unkept(new SlateWire(SuggestionModel.VERSION, model.peak(), LensWire.of(lens), slate));
    }

    private static <T> ResponseEntity<T> unkept(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static Problem noSuchLens() {
        String allowed = Arrays.stream(Lens.values()).map(Lens::code).collect(Collectors.joining(", "));
        return Problem.refused("lens", Text.of("Lens"), Text.of("One of these: {0}.", allowed));
    }

    @GetMapping("/lenses")
    List<LensWire> lenses() {
        return Arrays.stream(Lens.values()).map(LensWire::of).toList();
    }

    /// A page, latest first; the header `Link` leads to the next.
    @GetMapping("/dismissed")
    Object dismissed(Viewer viewer, @RequestParam(defaultValue = "") String after, HttpServletRequest request) {
        return Dismissals.isPlace(after) ? dismissed(viewer, after) : problems.answer(request, wrongAfter());
    }

    private static Problem wrongAfter() {
        return Problem.refused(
                "after", Text.of("Where the page begins"), Text.of("Send what the page before gave as its next."));
    }

    private ResponseEntity<List<DismissedWire>> dismissed(Viewer viewer, String after) {
        Dismissals.Listed page = dismissals.page(viewer, after);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (!page.next().isEmpty()) {
            answer.header("Link", "</api/suggestions/dismissed?after=" + page.next() + ">; rel=\"next\"");
        }
        return answer.body(page.people().stream()
                .map(Acquaintance::member)
                .map(member -> new DismissedWire(member.handle(), member.name(), member.headline()))
                .toList());
    }

    @PostMapping("/{handle}/dismiss")
    Object dismiss(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        Acquaintance other = other(viewer, handle);
        DismissOutcome outcome = dismissals.dismiss(viewer.id(), other.member().id());
        return Dismissals.problem(outcome, other.member().name())
                .<Object>map(problem -> problems.answer(request, problem))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{handle}/undo")
    ResponseEntity<Void> undo(Viewer viewer, @PathVariable String handle) {
        suggestions.restore(viewer.id(), other(viewer, handle).member().id());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/setting")
    SettingWire setting(Viewer viewer) {
        return new SettingWire(suggestions.isSuggested(viewer.id()));
    }

    @PostMapping(path = "/setting", consumes = MediaType.APPLICATION_JSON_VALUE)
    SettingWire save(Viewer viewer, @RequestBody SettingWire sent) {
        if (sent.isSuggested() != null) {
            if (sent.isSuggested()) {
                suggestions.letBeSuggested(viewer.id());
            } else {
                suggestions.spare(viewer.id());
            }
        }
        return setting(viewer);
    }

    private Acquaintance other(Viewer viewer, String handle) {
        return acquaintances
                .named(viewer, handle)
                .filter(person -> !viewer.is(person.member().id()))
                .orElseThrow(NotHere::new);
    }
}
