package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Portion;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// The viewer's connections as JSON.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api/connections", produces = MediaType.APPLICATION_JSON_VALUE)
final class ConnectionApi {
    private static final int PATHS_SHOWN = 3;

    private final Connections connections;
    private final Acquaintances acquaintances;
    private final MutualList mutuals;
    private final PrivateNotes notes;
    private final Ties ties;
    private final Problems problems;

    ConnectionApi(
            Connections connections,
            Acquaintances acquaintances,
            MutualList mutuals,
            PrivateNotes notes,
            Ties ties,
            Problems problems) {
        this.mutuals = mutuals;
        this.connections = connections;
        this.acquaintances = acquaintances;
        this.notes = notes;
        this.ties = ties;
        this.problems = problems;
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

    /// One connection, with what the viewer keeps on it for themselves.
    record ConnectionWire(AcquaintanceWire member, Instant since, String note, String how) {}

    /// A page of connections; `next` goes into `after` for the next page and is empty on the last.
    record ListWire(int count, List<ConnectionWire> connections, String next) {}

    /// How the viewer stands to one member: mutual connections, and shortest paths, the other last. `next` goes into
    /// `after` for more of the mutual connections and is empty where they end.
    record WayWire(
            AcquaintanceWire member, List<AcquaintanceWire> mutuals, String next, List<List<AcquaintanceWire>> paths) {}

    @GetMapping
    Object list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        if (!after.isEmpty() && Cursors.read(after).isEmpty()) {
            return problems.answer(request, wrongAfter());
        }
        Portion<Connection> page = connections.page(viewer.id(), q, after);
        List<Connection> found = page.shown();
        List<MemberId> others = found.stream().map(Connection::other).toList();
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, others);
        Map<MemberId, PrivateNote> kept = notes.of(viewer.id(), others);
        return ResponseEntity.ok(new ListWire(
                connections.count(viewer, viewer.id()),
                found.stream()
                        .flatMap(connection -> Connected.of(connection, people, kept).stream())
                        .map(one -> new ConnectionWire(
                                AcquaintanceWire.of(one.other()),
                                one.connection().since(),
                                one.note().note(),
                                one.note().howWeMet()))
                        .toList(),
                page.isMore() ? found.getLast().cursor() : ""));
    }

    private static Problem wrongAfter() {
        Text message = Text.of("Send what the page before gave as its next.");
        return Problem.refused("after", Text.of("Where the page begins"), message);
    }

    @GetMapping("/{handle}")
    Object way(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        Acquaintance other = find(viewer, handle);
        if (!MutualList.isCursor(after)) {
            return problems.answer(request, wrongAfter());
        }
        MutualList.Page both = mutuals.of(viewer, other.member().id(), after);
        return ResponseEntity.ok(new WayWire(
                AcquaintanceWire.of(other),
                both.people().stream().map(AcquaintanceWire::of).toList(),
                both.next(),
                connections.paths(viewer, other.member().id(), PATHS_SHOWN).stream()
                        .map(path -> acquaintances.along(viewer, path).stream()
                                .map(AcquaintanceWire::of)
                                .toList())
                        .filter(path -> !path.isEmpty())
                        .toList()));
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
