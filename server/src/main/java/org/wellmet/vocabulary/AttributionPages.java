package org.wellmet.vocabulary;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// Whose lists the vocabulary is made of, and under which licences. Their licences ask for this page.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class AttributionPages {
    private static final String ADDRESS = "/attribution";

    private AttributionPages() {}

    @Bean
    static Place attributionPlace() {
        return Place.link(Place.Where.FOOT, 80, ADDRESS, Text.of("Sources"));
    }

    @GetMapping(ADDRESS)
    static ModelAndView show() {
        return Pages.page("vocabulary/attribution");
    }
}
