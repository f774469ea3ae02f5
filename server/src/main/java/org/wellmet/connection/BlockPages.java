package org.wellmet.connection;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Member;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Text;

/// Blocking somebody, and the list of those whom the viewer blocked.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class BlockPages {
    private static final String LIST = "/settings/blocked";

    private final Ties ties;
    private final Blocked blocked;
    private final Acquaintances acquaintances;
    private final Pages pages;

    BlockPages(Ties ties, Blocked blocked, Acquaintances acquaintances, Pages pages) {
        this.ties = ties;
        this.blocked = blocked;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @Bean
    static Place blockedPlace() {
        return Place.link(Place.Where.SETTINGS, 55, LIST, Text.of("Blocked"));
    }

    @GetMapping("/block/{handle}")
    ModelAndView ask(Viewer viewer, @PathVariable String handle) {
        Acquaintance other = acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
        if (viewer.is(other.member().id())) {
            throw new NotHere();
        }
        return Pages.page("connection/block", Map.of("other", other));
    }

    @PostMapping("/block/{handle}")
    ModelAndView block(Viewer viewer, @PathVariable String handle) {
        Member other = blocked.named(handle);
        return switch (ties.block(viewer.id(), other.id())) {
            case BlockOutcome.Blocked _, BlockOutcome.AlreadyBlocked _ ->
                pages.onTo(LIST, Text.of("{0} is blocked. You do not see each other any more.", other.name()));
            case BlockOutcome.Absent _ -> throw new NotHere();
        };
    }

    @GetMapping(LIST)
    ModelAndView list(Viewer viewer) {
        Blocked.Listed listed = blocked.by(viewer);
        List<Acquaintance> shown = listed.members().stream()
                .map(member -> new Acquaintance(member, 0, 0))
                .toList();
        return Pages.page("connection/blocked", Map.of("blocked", shown, "isCut", listed.isCut()));
    }

    @PostMapping(LIST + "/{handle}/lift")
    ModelAndView lift(Viewer viewer, @PathVariable String handle) {
        Member other = blocked.named(handle);
        return switch (ties.unblock(viewer.id(), other.id())) {
            case UnblockOutcome.Lifted _ -> pages.onTo(LIST, Text.of("The block of {0} is lifted.", other.name()));
            case UnblockOutcome.NotBlocked _ -> throw new NotHere();
        };
    }
}
