package org.wellmet.connection;

import java.util.Map;
import java.util.Optional;
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

/// The gate of all members who made no choice, for operators.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
@RequestMapping("/operator/invitations")
final class InvitationRulePages {
    private static final String ADDRESS = "/operator/invitations";
    private static final String TEMPLATE = "connection/rule";

    private final Gates gates;
    private final Pages pages;

    InvitationRulePages(Gates gates, Pages pages) {
        this.gates = gates;
        this.pages = pages;
    }

    @Bean
    static Place invitationRulePlace() {
        return Place.link(Place.Where.RUNNING, 70, ADDRESS, Text.of("Invitations"));
    }

    @GetMapping
    ModelAndView show() {
        return Pages.page(
                TEMPLATE,
                Map.of("form", Form.empty().with("gate", gates.byDefault().name())));
    }

    @PostMapping
    ModelAndView save(Form form) {
        FormReader reading = form.reading();
        Optional<Gate> gate = ConnectionSettingPages.gate(reading);
        if (gate.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of());
        }
        gates.chooseDefault(gate.get());
        return pages.onTo(ADDRESS, Text.of("The default is saved. Whoever made a choice keeps it."));
    }
}
