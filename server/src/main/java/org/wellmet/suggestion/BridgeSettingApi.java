package org.wellmet.suggestion;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;

/// At how many mutual connections a bridge is best, as JSON for operators.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
@RequestMapping(path = "/api/operator/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
final class BridgeSettingApi {
    private final Suggestions suggestions;
    private final Problems problems;

    BridgeSettingApi(Suggestions suggestions, Problems problems) {
        this.suggestions = suggestions;
        this.problems = problems;
    }

    /// `m*` of the formula.
    record PeakWire(@Nullable Integer peak) {}

    @GetMapping
    ResponseEntity<PeakWire> show() {
        return ResponseEntity.ok(new PeakWire(suggestions.model().peak()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object save(@RequestBody PeakWire sent, HttpServletRequest request) {
        Integer peak = sent.peak();
        if (peak == null || peak < 1 || peak > SuggestionModel.MOST_PEAK) {
            return problems.answer(
                    request, Problem.refused("peak", BridgeSettingPages.PEAK, BridgeSettingPages.allowed()));
        }
        suggestions.peakAt(peak);
        return show();
    }
}
