package org.wellmet.operator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.account.JoinLinks;
import org.wellmet.account.NetworkSettings;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Text;

/// The links by which people join.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
final class JoinLinkPages {
    private static final String ADDRESS = "/operator/links";
    private static final String TEMPLATE = "operator/links";
    private static final List<Integer> USES = List.of(1, 10, 50, 200, 1_000);
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

    private final JoinLinks links;
    private final NetworkSettings network;
    private final Pages pages;

    JoinLinkPages(JoinLinks links, NetworkSettings network, Pages pages) {
        this.links = links;
        this.network = network;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Viewer viewer) {
        return Pages.page(
                TEMPLATE, model(viewer, Form.empty().with("uses", "10").with("days", "7"), ""));
    }

    /// Answers with the page itself and not with a redirect: the link is shown once and kept nowhere.
    @PostMapping(ADDRESS)
    ModelAndView make(Form form, Viewer viewer) {
        FormReader reading = form.reading();
        String note = reading.optional("note", Text.of("For whom"), JoinLinks.NOTE_MAX_LENGTH);
        Optional<Integer> uses = reading.choice("uses", Text.of("How many may join"), typed -> oneOf(USES, typed));
        Optional<Integer> days = reading.choice("days", Text.of("For how long"), typed -> oneOf(DAYS, typed));
        if (reading.isRefused() || uses.isEmpty() || days.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), model(viewer, reading.refused(), ""));
        }
        String made = links.make(viewer.id(), new JoinLinks.Wish(note, uses.get(), Duration.ofDays(days.get())));
        return Pages.page(
                TEMPLATE, model(viewer, Form.empty().with("uses", "10").with("days", "7"), made));
    }

    @PostMapping(ADDRESS + "/{id}/revoke")
    ModelAndView revoke(@PathVariable long id, Viewer viewer) {
        if (!links.revoke(viewer.id(), id)) {
            throw new NotHere();
        }
        return pages.onTo(ADDRESS, Text.of("That link opens nothing from here on."));
    }

    private Map<String, Object> model(Viewer viewer, Form form, String made) {
        return Map.of(
                "form", form,
                "made", made,
                "links", links.of(viewer.id()),
                "policy", network.current().joinPolicy(),
                "uses", USES,
                "days", DAYS);
    }

    private static Optional<Integer> oneOf(List<Integer> choices, String typed) {
        return choices.stream()
                .filter(choice -> Integer.toString(choice).equals(typed))
                .findFirst();
    }
}
