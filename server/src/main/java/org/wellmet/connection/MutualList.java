package org.wellmet.connection;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Portion;

/// The mutual connections of a viewer and somebody else, page by page, with the people. Thread-safe.
@Component
public final class MutualList {
    /// The most that the pages lead to.
    public static final int MOST_LISTED = 600;

    private static final int PAGE_SIZE = 12;

    private final Connections connections;
    private final Acquaintances acquaintances;

    MutualList(Connections connections, Acquaintances acquaintances) {
        this.connections = connections;
        this.acquaintances = acquaintances;
    }

    /// A page.
    ///
    /// @param next what to ask for to get the next one, or empty
    /// @param isCut whether this is the last one and there are more than the pages lead to
    public record Page(List<Acquaintance> people, String next, boolean isCut) {
        /// Copies the list.
        public Page {
            people = List.copyOf(people);
        }
    }

    /// Whether it is what a page gave as its next, or empty.
    static boolean isCursor(String after) {
        return after.matches("[0-9]{0,18}");
    }

    /// In the order of members' ids. One question to the graph, O(degree of both).
    ///
    /// @param after [Page#next] of the page before; empty for the first
    Page of(Viewer viewer, MemberId other, String after) {
        Mutuals mutuals = connections.mutuals(viewer, other, MOST_LISTED);
        long last = isCursor(after) && !after.isEmpty() ? Long.parseLong(after) : 0;
        Portion<MemberId> page = Portion.of(
                mutuals.first().stream().filter(id -> id.value() > last).toList(), PAGE_SIZE);
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, page.shown());
        return new Page(
                page.shown().stream()
                        .filter(people::containsKey)
                        .map(people::get)
                        .toList(),
                page.isMore() ? Long.toString(page.shown().getLast().value()) : "",
                !page.isMore() && mutuals.count() > MOST_LISTED);
    }
}
