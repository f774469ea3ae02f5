package org.wellmet.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.connection.Gates;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// What the contacts of one's archive look like, who of them is here, and the list.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class ContactPages {
    private final Contacts contacts;
    private final Gates gates;

    ContactPages(Contacts contacts, Gates gates) {
        this.contacts = contacts;
        this.gates = gates;
    }

    /// Beside one's network; without an archive the page says what would be there.
    @Bean
    static Place contactsByNetwork() {
        return Place.link(Place.Where.NETWORK, 10, "/contacts", Text.of("Contacts"));
    }

    @GetMapping("/contacts")
    ModelAndView show(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "after", defaultValue = "0") int after,
            Viewer viewer) {
        Optional<Contacts.Summary> summary = contacts.summary(viewer);
        if (summary.isEmpty()) {
            return Pages.page("archive/no-contacts");
        }
        Contacts.Page page = contacts.page(viewer, words, after);
        boolean isFirst = after <= 0 && words.isEmpty();
        Map<String, Object> model = new HashMap<>();
        model.put("summary", summary.get());
        model.put("isFirst", isFirst);
        model.put("words", words);
        model.put("page", page);
        model.put("older", page.next().map(number -> address(words, number)).orElse(""));
        model.put("newer", after > 0 ? address(words, 0) : "");
        model.put("chart", new YearChart(isFirst ? contacts.byYear(viewer) : List.of()));
        model.put("companies", isFirst ? contacts.byCompany(viewer) : List.of());
        model.put("companyCount", isFirst ? contacts.companyCount(viewer) : 0);
        List<Contacts.Here> here = isFirst ? contacts.here(viewer) : List.of();
        model.put("here", here);
        model.put(
                "open",
                gates.openOf(
                        viewer,
                        here.stream()
                                .map(found -> found.acquaintance().member().id())
                                .toList()));
        return Pages.page("archive/contacts", model);
    }

    private static String address(String words, int after) {
        String query = words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return "/contacts?after=" + after + query + "#list";
    }
}
