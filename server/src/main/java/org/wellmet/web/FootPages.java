package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the foot of every page leads to: the other language, what is expected of members, what is known about them.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class FootPages {
    private final Pages pages;
    private final Looks looks;

    FootPages(Pages pages, Looks looks) {
        this.pages = pages;
        this.looks = looks;
    }

    @PostMapping("/language")
    ModelAndView change(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Look look = looks.look(request);
        Language chosen = Language.of(language).orElse(look.language());
        looks.keep(request, response, new Look(chosen, look.theme(), look.zone()));
        return pages.onTo(Pages.isOurs(back) ? back : "/");
    }

    /// At the foot.
    @Bean
    static Place houseRulesPlace() {
        return Place.link(Place.Where.FOOT, 10, "/house-rules", Text.of("House rules"));
    }

    /// At the foot.
    @Bean
    static Place privacyPlace() {
        return Place.link(Place.Where.FOOT, 20, "/privacy", Text.of("Privacy"));
    }

    @GetMapping("/house-rules")
    static ModelAndView houseRules() {
        return Pages.page("web/house-rules");
    }

    @GetMapping("/privacy")
    static ModelAndView privacy() {
        return Pages.page("web/privacy");
    }
}
