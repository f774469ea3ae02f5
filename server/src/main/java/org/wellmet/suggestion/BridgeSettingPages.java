package org.wellmet.suggestion;

import java.util.Map;
import java.util.OptionalInt;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// Where the operator says how many mutual connections make the best bridge.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
@RequestMapping(BridgeSettingPages.ADDRESS)
final class BridgeSettingPages {
    static final String ADDRESS = "/operator/suggestions";
    private static final String TEMPLATE = "suggestion/operator";
    private static final int MOST_DIGITS = 3;
    static final Text PEAK = Text.of("Mutual connections at which a bridge is best (m*)");

    private final Suggestions suggestions;
    private final Pages pages;

    BridgeSettingPages(Suggestions suggestions, Pages pages) {
        this.suggestions = suggestions;
        this.pages = pages;
    }

    @Bean
    static Place bridgeSettingPlace() {
        return Place.link(Place.Where.RUNNING, 80, ADDRESS, Text.of("Suggestions"));
    }

    @GetMapping
    ModelAndView show() {
        Form form =
                Form.empty().with("peak", Integer.toString(suggestions.model().peak()));
        return Pages.page(TEMPLATE, Map.of("form", form));
    }

    @PostMapping
    ModelAndView save(Form form) {
        FormReader reading = form.reading();
        OptionalInt peak = peak(reading.required("peak", PEAK, MOST_DIGITS));
        if (peak.isEmpty()) {
            reading.refuse("peak", PEAK, allowed());
            return Pages.again(TEMPLATE, reading.refused(), Map.of());
        }
        suggestions.peakAt(peak.getAsInt());
        return pages.onTo(ADDRESS, Text.of("The network’s settings are saved."));
    }

    static Text allowed() {
        return Text.of("A whole number from 1 to {0}.", SuggestionModel.MOST_PEAK);
    }

    private static OptionalInt peak(String typed) {
        if (!typed.matches("[0-9]{1,3}")) {
            return OptionalInt.empty();
        }
        int peak = Integer.parseInt(typed);
        return peak >= 1 && peak <= SuggestionModel.MOST_PEAK ? OptionalInt.of(peak) : OptionalInt.empty();
    }
}
