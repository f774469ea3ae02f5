package org.wellmet.operator;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.account.NetworkSetting;
import org.wellmet.account.NetworkSettings;
import org.wellmet.account.TypedPolicy;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// What the network is called and who may join.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
final class NetworkSettingPages {
    private static final String ADDRESS = "/operator/network";
    private static final String TEMPLATE = "operator/network";

    private final NetworkSettings network;
    private final Pages pages;

    NetworkSettingPages(NetworkSettings network, Pages pages) {
        this.network = network;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show() {
        NetworkSetting setting = network.current();
        Form form = Form.empty()
                .with("name", setting.name())
                .with("description", setting.description())
                .with("policy", setting.joinPolicy().code())
                .with("domains", String.join(" ", setting.domains()));
        return Pages.page(TEMPLATE, Map.of("form", form));
    }

    @PostMapping(ADDRESS)
    ModelAndView save(Form form, Viewer viewer) {
        FormReader reading = form.reading();
        String name = reading.required("name", Text.of("Name of the network"), NetworkSetting.NAME_MAX_LENGTH);
        String description =
                reading.optional("description", Text.of("One line about it"), NetworkSetting.DESCRIPTION_MAX_LENGTH);
        Optional<TypedPolicy> typed = TypedPolicy.read(reading);
        if (typed.isEmpty() || reading.isRefused()) {
            return Pages.again(TEMPLATE, reading.refused(), Map.of());
        }
        network.change(
                viewer.id(),
                setting -> setting.named(name, description)
                        .joinedBy(typed.get().policy(), typed.get().domains()));
        return pages.onTo(ADDRESS, Text.of("The network’s settings are saved."));
    }
}
