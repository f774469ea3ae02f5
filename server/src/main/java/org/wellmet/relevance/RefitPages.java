package org.wellmet.relevance;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// Where an operator finds which weights are in force, among the other tabs of the server.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
final class RefitPages {
    static final String ADDRESS = "/operator/relevance";

    private final PrintedModel model;
    private final Refitting refitting;

    RefitPages(PrintedModel model, Refitting refitting) {
        this.model = model;
        this.refitting = refitting;
    }

    @Bean
    static Place refitTab() {
        return Place.link(Place.Where.RUNNING, 90, ADDRESS, Text.of("Relevance"));
    }

    @GetMapping(ADDRESS)
    ModelAndView show() {
        return Pages.page(
                "relevance/operator",
                Map.of("model", model.page(), "answers", refitting.answers(), "needed", Refitting.FEWEST_ANSWERS));
    }
}
