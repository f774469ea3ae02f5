package org.wellmet.suggestion;

import java.util.List;
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
import org.wellmet.connection.Acquaintances;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;

/// Suggestions as JSON: what the pages show and do, no more and no less.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
final class SuggestionApi {
    private final Suggestions suggestions;
    private final Acquaintances acquaintances;

    SuggestionApi(Suggestions suggestions, Acquaintances acquaintances) {
        this.suggestions = suggestions;
        this.acquaintances = acquaintances;
    }

    /// A slate, best first, with the version of the formula, its `m*` and the weights of the lens.
    record SlateWire(int version, int peak, LensWire lens, List<SuggestionWire> suggestions) {}

    /// The exponents of a lens.
    record LensWire(String name, double relevance, double bridge, double nearness) {
        static LensWire of(Lens lens) {
            return new LensWire(lens.code(), lens.relevanceWeight(), lens.bridgeWeight(), lens.nearnessWeight());
        }
    }

    /// One suggestion: who, why, and the numbers that the formula took. `separation` is 2 or 3, and 0 for everyone
    /// else; `effect` is OPENS_CIRCLE, WIDENS_CIRCLE or CLOSES_TRIANGLES; `address` is the page that invites
    /// them or asks to be introduced.
    record SuggestionWire(
            String handle,
            String name,
            String headline,
            int separation,
            int mutualCount,
            String effect,
            List<String> reasons,
            String address,
            NumbersWire numbers) {
        static SuggestionWire of(Suggestion one, SuggestionModel model, Frame frame) {
            return new SuggestionWire(
                    one.person().member().handle(),
                    one.person().member().name(),
                    one.person().member().headline(),
                    one.person().steps(),
                    one.person().mutualCount(),
                    one.effect().name(),
                    one.reasons().stream().map(frame::say).toList(),
                    one.address(),
                    NumbersWire.of(one, model));
        }
    }

    /// The factors and what they make. `nearness` is its floor through a lens that does not look at it.
    record NumbersWire(
            double relevance, double damped, double bridge, double nearness, double availability, double score) {
        static NumbersWire of(Suggestion one, SuggestionModel model) {
            Prospect prospect = one.prospect();
            return new NumbersWire(
                    prospect.relevance(),
                    prospect.damped(),
                    model.bridge(prospect.damped()),
                    SuggestionModel.near(prospect.nearness()),
                    prospect.availability(),
                    one.score());
        }
    }

    /// Whether one is suggested to others. What is missing changes nothing.
    record SettingWire(@Nullable Boolean isSuggested) {}

    @GetMapping
    ResponseEntity<SlateWire> slate(
            Viewer viewer, Frame frame, @RequestParam(name = "lens", defaultValue = "balanced") String code) {
        Lens lens = Lens.parse(code).orElseThrow(NotHere::new);
        SuggestionModel model = suggestions.model();
        List<SuggestionWire> slate = suggestions.slate(viewer, lens).stream()
                .map(one -> SuggestionWire.of(one, model, frame))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SlateWire(SuggestionModel.VERSION, model.peak(), LensWire.of(lens), slate));
    }

    @PostMapping("/{handle}/dismiss")
    ResponseEntity<Void> dismiss(Viewer viewer, @PathVariable String handle) {
        suggestions.dismiss(viewer.id(), other(viewer, handle));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{handle}/undo")
    ResponseEntity<Void> undo(Viewer viewer, @PathVariable String handle) {
        suggestions.restore(viewer.id(), other(viewer, handle));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/setting")
    SettingWire setting(Viewer viewer) {
        return new SettingWire(suggestions.isSuggested(viewer.id()));
    }

    @PostMapping(path = "/setting", consumes = MediaType.APPLICATION_JSON_VALUE)
    SettingWire save(Viewer viewer, @RequestBody SettingWire sent) {
        if (sent.isSuggested() != null) {
            suggestions.setSuggested(viewer.id(), sent.isSuggested());
        }
        return setting(viewer);
    }

    private MemberId other(Viewer viewer, String handle) {
        return acquaintances
                .named(viewer, handle)
                .map(person -> person.member().id())
                .filter(id -> !viewer.is(id))
                .orElseThrow(NotHere::new);
    }
}
