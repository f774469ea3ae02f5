package org.wellmet.update;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.connection.Acquaintance;
import org.wellmet.member.Member;
import org.wellmet.search.PeopleSearch;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.OpenTo;

/// Whom one may mean while one types a mention: whom the search for people finds, so nobody whom one may not see, the
/// nearest in the network first.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
final class MentionApi {
    private final PeopleSearch search;

    MentionApi(PeopleSearch search) {
        this.search = search;
    }

    @GetMapping("/updates/mentions")
    ResponseEntity<Offers> suggest(Viewer viewer, @RequestParam(name = "q", defaultValue = "") String typed) {
        List<Offer> offers = search.suggest(viewer, typed).stream()
                .map(Acquaintance::member)
                .filter(member -> !viewer.is(member.id()))
                .map(Offer::of)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Offers(offers));
    }

    /// What the field offers: the shape that `mentions.js` reads.
    record Offers(List<Offer> suggestions) {}

    /// One of them; `id` is the handle to be written.
    record Offer(String id, String label, String detail) {
        static Offer of(Member member) {
            return new Offer(member.handle(), member.name(), member.headline());
        }
    }
}
