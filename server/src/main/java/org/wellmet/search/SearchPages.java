package org.wellmet.search;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;

/// The page of results.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class SearchPages {
    private static final int LAST_PAGE = PeopleSearch.MOST_FOUND / PeopleSearch.PAGE_SIZE;

    private final PeopleSearch people;

    SearchPages(PeopleSearch people) {
        this.people = people;
    }

    @GetMapping("/search")
    ModelAndView search(
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "page", defaultValue = "1") String page) {
        String text = typed.strip();
        String cut = text.substring(0, Math.min(text.length(), PeopleSearch.TEXT_MAX_LENGTH));
        PeopleSearch.Found found = people.search(viewer, cut, pageNumber(page));
        return Pages.page(
                "search/results",
                Map.of(
                        "typed",
                        cut,
                        "found",
                        found,
                        "newer",
                        found.page() > 1 ? address(cut, found.page() - 1) : "",
                        "older",
                        found.hasNext() ? address(cut, found.page() + 1) : ""));
    }

    private static int pageNumber(String typed) {
        return typed.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(typed), 1, LAST_PAGE) : 1;
    }

    private static String address(String typed, int page) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParam("q", "{typed}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(typed)
                .toUriString();
    }
}
