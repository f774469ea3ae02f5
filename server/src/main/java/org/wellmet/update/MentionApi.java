package org.wellmet.update;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.connection.Connection;
import org.wellmet.connection.Connections;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.OpenTo;

/// Whom one may mean while one types a mention: those of one's connections whose name fits.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
final class MentionApi {
    private static final int OFFERED = 6;

    private final Connections connections;
    private final Visibility visibility;
    private final Members members;

    MentionApi(Connections connections, Visibility visibility, Members members) {
        this.connections = connections;
        this.visibility = visibility;
        this.members = members;
    }

    @GetMapping("/updates/mentions")
    ResponseEntity<Offers> suggest(Viewer viewer, @RequestParam(name = "q", defaultValue = "") String typed) {
        List<MemberId> found = typed.isBlank()
                ? List.of()
                : connections.list(viewer.id(), typed, "").stream()
                        .map(Connection::other)
                        .limit(OFFERED)
                        .toList();
        var byId = members.all(visibility.visible(viewer, found));
        List<Offer> offers = found.stream()
                .filter(byId::containsKey)
                .map(byId::get)
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
