package org.wellmet.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Portion;

/// The viewer's connections as JSON.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/api/connections")
final class ConnectionApi {
    private final Connections connections;
    private final Acquaintances acquaintances;
    private final MutualList mutuals;
    private final Ties ties;

    ConnectionApi(Connections connections, Acquaintances acquaintances, MutualList mutuals, Ties ties) {
        this.mutuals = mutuals;
        this.connections = connections;
        this.acquaintances = acquaintances;
        this.ties = ties;
    }

    /// A [PersonWire] with how many mutual connections the viewer has with them.
    record AcquaintanceWire(String handle, String name, String headline, int separation, int mutualCount) {
        static AcquaintanceWire of(Acquaintance person) {
            return new AcquaintanceWire(
                    person.member().handle(),
                    person.member().name(),
                    person.member().headline(),
                    person.steps(),
                    person.mutualCount());
        }
    }

    /// One connection.
    record ConnectionWire(AcquaintanceWire member, Instant since) {}

    /// A page of connections; `next` goes into `after` for the next page and is empty on the last.
    record ListWire(int count, List<ConnectionWire> connections, String next) {}

    /// How the viewer stands to one member; `next` goes into `after` for more of the mutual connections and is empty
    /// where they end.
    record WayWire(AcquaintanceWire member, List<AcquaintanceWire> mutuals, String next, List<AcquaintanceWire> path) {}

    @GetMapping
    ListWire list(
            Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        Portion<Connection> page = connections.page(viewer.id(), q, after);
        List<Connection> found = page.shown();
        Map<MemberId, Acquaintance> people =
                acquaintances.of(viewer, found.stream().map(Connection::other).toList());
        return new ListWire(
                connections.count(viewer, viewer.id()),
                found.stream()
                        .flatMap(connection -> Connected.of(connection, people, Map.of()).stream())
                        .map(one -> new ConnectionWire(
                                AcquaintanceWire.of(one.other()),
                                one.connection().since()))
                        .toList(),
                page.isMore() ? found.getLast().cursor() : "");
    }

    @GetMapping("/{handle}")
    WayWire way(Viewer viewer, @PathVariable String handle, @RequestParam(defaultValue = "") String after) {
        Acquaintance other = find(viewer, handle);
        MutualList.Page both = mutuals.of(viewer, other.member().id(), after);
        List<Acquaintance> path = connections
                .path(viewer, other.member().id())
                .map(found -> acquaintances.along(viewer, found))
                .orElse(List.of());
        return new WayWire(
                AcquaintanceWire.of(other),
                both.people().stream().map(AcquaintanceWire::of).toList(),
                both.next(),
                path.stream().map(AcquaintanceWire::of).toList());
    }

    @DeleteMapping("/{handle}")
    ResponseEntity<Void> remove(Viewer viewer, @PathVariable String handle) {
        return switch (ties.remove(viewer.id(), find(viewer, handle).member().id())) {
            case RemoveConnectionOutcome.Removed _ -> ResponseEntity.noContent().build();
            case RemoveConnectionOutcome.NotConnected _ -> throw new NotHere();
        };
    }

    private Acquaintance find(Viewer viewer, String handle) {
        return acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
    }
}
