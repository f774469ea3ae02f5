package org.wellmet.connection;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// Who may see the viewer's connections, and whose invitations the viewer takes.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/settings/connections")
final class ConnectionSettingPages {
    private static final String ADDRESS = "/settings/connections";
    private static final String TEMPLATE = "connection/settings";

    private final Connections connections;
    private final Gates gates;
    private final Pages pages;

    ConnectionSettingPages(Connections connections, Gates gates, Pages pages) {
        this.connections = connections;
        this.gates = gates;
        this.pages = pages;
    }

    @Bean
    static Place connectionSettingsPlace() {
        return Place.link(Place.Where.SETTINGS, 50, ADDRESS, Text.of("Connections"));
    }

    @GetMapping
    ModelAndView show(Viewer viewer) {
        return Pages.page(TEMPLATE, Map.of("form", chosen(viewer), "byDefault", gates.byDefault()));
    }

    @PostMapping
    ModelAndView save(Viewer viewer, Form form) {
        FormReader reading = form.reading();
        Optional<Audience> audience = audience(reading);
        Optional<Gate> gate = gate(reading);
        if (audience.isEmpty() || gate.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of("byDefault", gates.byDefault()));
        }
        connections.showList(viewer.id(), audience.get());
        gates.choose(viewer.id(), gate.get());
        return pages.onTo(ADDRESS, Text.of("Your settings are saved."));
    }

    private Form chosen(Viewer viewer) {
        return Form.empty()
                .with("audience", connections.listAudience(viewer.id()).name())
                .with("gate", gates.of(viewer.id()).name());
    }

    static Optional<Audience> audience(FormReader reading) {
        return reading.choice("audience", Text.of("Who may see your connections?"), ConnectionSettingPages::parse);
    }

    static Optional<Gate> gate(FormReader reading) {
        return reading.choice("gate", Text.of("Whose invitations do you take?"), Gate::parse);
    }

    private static Optional<Audience> parse(String typed) {
        return Arrays.stream(Audience.values())
                .filter(Connections::isListAudience)
                .filter(audience -> audience.name().equals(typed))
                .findFirst();
    }
}
