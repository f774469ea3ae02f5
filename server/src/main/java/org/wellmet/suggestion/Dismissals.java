package org.wellmet.suggestion;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Cursors;
import org.wellmet.connection.Invitations;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Portion;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// Whom a member dismissed among the suggestions, and what stands against dismissing somebody.
///
/// Thread-safe.
@Component
public final class Dismissals {
    /// How many one page shows.
    static final int PAGE_SIZE = 50;

    private final Suggestions suggestions;
    private final Connections connections;
    private final Invitations invitations;
    private final Acquaintances acquaintances;
    private final SuggestionStore store;
    private final InstantSource clock;

    Dismissals(
            Suggestions suggestions,
            Connections connections,
            Invitations invitations,
            Acquaintances acquaintances,
            JdbcClient sql,
            InstantSource clock) {
        this.suggestions = suggestions;
        this.connections = connections;
        this.invitations = invitations;
        this.acquaintances = acquaintances;
        this.store = new SuggestionStore(sql);
        this.clock = clock;
    }

    /// Suggests somebody no more to the member, unless there is nothing to dismiss.
    public DismissOutcome dismiss(MemberId member, MemberId other) {
        return obstacle(member, other).orElseGet(() -> {
            suggestions.dismiss(member, other);
            return new DismissOutcome.Dismissed();
        });
    }

    /// What [#dismiss] would answer instead of doing it.
    Optional<DismissOutcome> obstacle(MemberId member, MemberId other) {
        if (connections.areConnected(member, other)) {
            return Optional.of(new DismissOutcome.Connected());
        }
        return invitations.waitingForInviter(member, other).map(_ -> new DismissOutcome.Invited());
    }

    /// Why somebody of that name was not dismissed; empty when they were.
    static Optional<Problem> problem(DismissOutcome outcome, String name) {
        return switch (outcome) {
            case DismissOutcome.Dismissed _ -> Optional.empty();
            case DismissOutcome.Connected _ ->
                refused(
                        "already-connected",
                        Text.of("You and {0} are connected, so that there is nothing to dismiss.", name));
            case DismissOutcome.Invited _ ->
                refused("already-invited", Text.of("You have invited {0}, so that there is nothing to dismiss.", name));
        };
    }

    private static Optional<Problem> refused(String type, Text detail) {
        return Optional.of(Problem.of(HttpStatus.CONFLICT, type, Text.of("Nothing was changed"), detail));
    }

    /// A page of the list.
    ///
    /// @param next what to ask for to get the next one, or empty
    public record Listed(List<Acquaintance> people, String next) {
        /// Copies the list.
        public Listed {
            people = List.copyOf(people);
        }
    }

    /// Whether a page may begin there: at the start, or at a [Listed#next].
    static boolean isPlace(String after) {
        return after.isEmpty() || Cursors.read(after).isPresent();
    }

    /// Whom the viewer dismissed and is neither connected to nor kept from seeing, latest first.
    ///
    /// @param after [Listed#next] of the page before; empty for the first
    public Listed page(Viewer viewer, String after) {
        Portion<SuggestionStore.Dismissal> page = Portion.of(
                store.dismissed(viewer.id(), since(), Cursors.read(after).orElse(Cursors.START), PAGE_SIZE + 1),
                PAGE_SIZE);
        List<MemberId> ids =
                page.shown().stream().map(SuggestionStore.Dismissal::other).toList();
        return new Listed(
                acquaintances.inOrder(viewer, ids).stream()
                        .filter(person -> person.steps() != 1)
                        .toList(),
                page.isMore() ? page.shown().getLast().cursor() : "");
    }

    /// Whether the viewer would find anybody on the first page, or may on one behind it.
    public boolean hasAny(Viewer viewer) {
        Listed first = page(viewer, "");
        return !first.people().isEmpty() || !first.next().isEmpty();
    }

    private Instant since() {
        return clock.instant().minus(Suggestions.MEMORY);
    }
}
