package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Language, theme and time zone: for a member kept with the member, for a visitor in a cookie.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class LookPages {
    private static final String TEMPLATE = "web/look";
    private static final int LONGEST_ZONE = 60;

    private final Pages pages;
    private final Looks looks;

    LookPages(Pages pages, Looks looks) {
        this.pages = pages;
        this.looks = looks;
    }

    /// The first tab of the settings.
    @Bean
    static Place lookPlace() {
        return Place.link(Place.Where.SETTINGS, 0, "/settings", Text.of("Language and look"));
    }

    /// In the menu under one's own name.
    @Bean
    static Place settingsPlace() {
        return Place.link(Place.Where.MENU, 80, "/settings", Text.of("Settings"));
    }

    @GetMapping("/settings")
    static ModelAndView show(Frame frame) {
        Look look = frame.look();
        Form form = Form.empty()
                .with("language", look.language().code())
                .with("theme", look.theme().code())
                .with("zone", look.zone().getId());
        return Pages.page(TEMPLATE, Map.of("form", form));
    }

    @PostMapping("/settings")
    ModelAndView save(Form form, HttpServletRequest request, HttpServletResponse response) {
        FormReader reading = form.reading();
        Optional<Language> language = reading.choice("language", Text.of("Language"), Language::of);
        Optional<Theme> theme = reading.choice("theme", Text.of("Light or dark"), Theme::of);
        Text zoneLabel = Text.of("Time zone");
        String name = reading.required("zone", zoneLabel, LONGEST_ZONE);
        Optional<ZoneId> zone = Look.zone(name);
        if (zone.isEmpty()) {
            reading.refuse("zone", zoneLabel, Text.of("We know no such zone. Write it as Continent/City."));
        }
        if (language.isEmpty() || theme.isEmpty() || zone.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of());
        }
        looks.keep(request, response, new Look(language.get(), theme.get(), zone.get()));
        return pages.onTo("/settings", Text.of("Your settings are saved."));
    }
}
