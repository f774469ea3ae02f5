package org.wellmet.connection;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Portion;
import org.wellmet.web.Text;

/// The viewer's connections, the way to somebody, and the end of a connection.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/network")
final class MyNetworkPages {
    private static final String ADDRESS = "/network";
    private static final int PATHS_SHOWN = 3;

    private final Connections connections;
    private final Acquaintances acquaintances;
    private final MutualList mutuals;
    private final PrivateNotes notes;
    private final Ties ties;
    private final Pages pages;

    MyNetworkPages(
            Connections connections,
            Acquaintances acquaintances,
            MutualList mutuals,
            PrivateNotes notes,
            Ties ties,
            Pages pages) {
        this.connections = connections;
        this.mutuals = mutuals;
        this.notes = notes;
        this.acquaintances = acquaintances;
        this.ties = ties;
        this.pages = pages;
    }

    @Bean
    static Place networkPlace() {
        return new Place(Place.Where.MAIN, 20, ADDRESS, Text.of("Network"), "network");
    }

    @GetMapping
    ModelAndView list(
            Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        Portion<Connection> page = connections.page(viewer.id(), q, after);
        List<Connection> found = page.shown();
        List<MemberId> others = found.stream().map(Connection::other).toList();
        var people = acquaintances.of(viewer, others);
        var kept = notes.of(viewer.id(), others);
        List<Connected> list = found.stream()
                .flatMap(connection -> Connected.of(connection, people, kept).stream())
                .toList();
        return Pages.page(
                "connection/network",
                Map.of(
                        "connected",
                        list,
                        "search",
                        q,
                        "next",
                        page.isMore() ? found.getLast().cursor() : "",
                        "count",
                        connections.count(viewer, viewer.id())));
    }

    /// How the viewer reaches somebody: the shortest paths and the mutual connections.
    @GetMapping("/{handle}")
    ModelAndView way(Viewer viewer, @PathVariable String handle, @RequestParam(defaultValue = "") String after) {
        Acquaintance other = find(viewer, handle);
        List<List<Acquaintance>> paths = connections
                .paths(viewer, other.member().id(), PATHS_SHOWN)
                .stream()
                .map(path -> acquaintances.along(viewer, path))
                .filter(path -> !path.isEmpty())
                .toList();
        return Pages.page(
                "connection/way",
                Map.of(
                        "other", other,
                        "paths", paths,
                        "mutuals", mutuals.of(viewer, other.member().id(), after),
                        "after", after));
    }

    @GetMapping("/{handle}/remove")
    ModelAndView askToRemove(Viewer viewer, @PathVariable String handle) {
        Acquaintance other = find(viewer, handle);
        if (!connections.areConnected(viewer.id(), other.member().id())) {
            throw new NotHere();
        }
        return Pages.page("connection/remove", Map.of("other", other));
    }

    @PostMapping("/{handle}/remove")
    ModelAndView remove(Viewer viewer, @PathVariable String handle) {
        Acquaintance other = find(viewer, handle);
        return switch (ties.remove(viewer.id(), other.member().id())) {
            case RemoveConnectionOutcome.Removed _ ->
                pages.onTo(
                        ADDRESS,
                        Text.of(
                                "You and {0} are not connected any more.",
                                other.member().name()));
            case RemoveConnectionOutcome.NotConnected _ -> throw new NotHere();
        };
    }

    private Acquaintance find(Viewer viewer, String handle) {
        return acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
    }
}
