package org.wellmet.suggestion;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// Whether the viewer is suggested to others, and whom they dismissed.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(SuggestionSettingPages.ADDRESS)
final class SuggestionSettingPages {
    static final String ADDRESS = "/settings/suggestions";
    private static final String TEMPLATE = "suggestion/settings";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Suggestions suggestions;
    private final Dismissals dismissals;
    private final Pages pages;

    SuggestionSettingPages(Suggestions suggestions, Dismissals dismissals, Pages pages) {
        this.dismissals = dismissals;
        this.suggestions = suggestions;
        this.pages = pages;
    }

    @Bean
    static Place suggestionSettingsPlace() {
        return Place.link(Place.Where.SETTINGS, 55, ADDRESS, Text.of("Suggestions"));
    }

    @GetMapping
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String after) {
        Form form = Form.empty().with("who", suggestions.isSuggested(viewer.id()) ? YES : NO);
        return Pages.page(
                TEMPLATE,
                Map.of("form", form, "dismissed", dismissals.page(viewer, after), "isFirst", after.isEmpty()));
    }

    @PostMapping
    ModelAndView save(Viewer viewer, Form form) {
        FormReader reading = form.reading();
        Optional<Boolean> isSuggested =
                reading.choice("who", Text.of("May you be suggested to others?"), typed -> switch (typed) {
                    case YES -> Optional.of(true);
                    case NO -> Optional.of(false);
                    default -> Optional.empty();
                });
        if (isSuggested.isEmpty()) {
            return Pages.again(
                    TEMPLATE, reading.refused(), Map.of("dismissed", dismissals.page(viewer, ""), "isFirst", true));
        }
        if (isSuggested.get()) {
            suggestions.letBeSuggested(viewer.id());
        } else {
            suggestions.spare(viewer.id());
        }
        return pages.onTo(ADDRESS, Text.of("Your settings are saved."));
    }
}
