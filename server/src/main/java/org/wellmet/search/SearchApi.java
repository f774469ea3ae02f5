package org.wellmet.search;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.connection.Acquaintance;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.OpenTo;

/// People as JSON: a page of results, and what the search field offers while one types.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
final class SearchApi {
    private final PeopleSearch people;

    SearchApi(PeopleSearch people) {
        this.people = people;
    }

    @GetMapping("/api/search")
    ResponseEntity<Results> search(
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "page", defaultValue = "1") int page) {
        PeopleSearch.Found found = people.search(viewer, cut(typed), Math.clamp(page, 1, PeopleSearch.MOST_FOUND));
        return kept(new Results(found.people().stream().map(Person::of).toList(), found.count(), found.isCut()));
    }

    @GetMapping("/search/suggest")
    ResponseEntity<Offers> suggest(Viewer viewer, @RequestParam(name = "q", defaultValue = "") String typed) {
        return kept(new Offers(
                people.suggest(viewer, cut(typed)).stream().map(Offer::of).toList()));
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(typed.length(), PeopleSearch.TEXT_MAX_LENGTH));
    }

    /// What one may see changes with every block, so nobody keeps it.
    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /// A page of people. `count` counts only those whom the viewer may see; `isCut` says that more may match.
    record Results(List<Person> people, int count, boolean isCut) {}

    /// A person in a line. `separation` is FIRST, SECOND, THIRD or OUT_OF_NETWORK.
    record Person(String handle, String name, String headline, String separation, int mutualConnections) {
        static Person of(Acquaintance acquaintance) {
            return new Person(
                    acquaintance.member().handle(),
                    acquaintance.member().name(),
                    acquaintance.member().headline(),
                    separation(acquaintance.steps()),
                    acquaintance.mutualCount());
        }

        private static String separation(int steps) {
            return switch (steps) {
                case 1 -> "FIRST";
                case 2 -> "SECOND";
                case 3 -> "THIRD";
                default -> "OUT_OF_NETWORK";
            };
        }
    }

    /// What the search field offers: the shape that `typeahead.js` reads.
    record Offers(List<Offer> suggestions) {}

    /// One of them; choosing it leads to `address`.
    record Offer(String id, String label, String detail, String value, String address) {
        static Offer of(Acquaintance acquaintance) {
            return new Offer(
                    acquaintance.member().handle(),
                    acquaintance.member().name(),
                    acquaintance.member().headline(),
                    acquaintance.member().name(),
                    acquaintance.address());
        }
    }
}
