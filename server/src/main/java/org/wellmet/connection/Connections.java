package org.wellmet.connection;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.graph.GraphPath;
import org.wellmet.graph.MutualConnections;
import org.wellmet.graph.Separation;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Portion;

/// How near members are to a viewer, through whom, and whom a member is connected to.
///
/// Whoever is separated from the viewer by a block, is suspended, or hides their connections from the viewer
/// is left out of every answer as if the edge were not there (the promise of `VisibilityRule`). Somebody who
/// is not signed in is told nothing. Each question about a page of names is one question to the graph and one
/// small statement for blocks.
///
/// Thread-safe.
@Component
public final class Connections {
    /// The change that tells that two members are connected; `memberId` is the one whose answer made it so.
    public static final String MADE = "connection.made";

    /// The change that tells that two members are connected no more. Nobody is to be told.
    public static final String ENDED = "connection.ended";

    /// The change that tells that a member chose anew who may see their connections.
    public static final String LIST_SHOWN = "connection.list_shown";

    /// The most connections of one member that a rule reads at once. Nothing keeps a member from having more.
    public static final int MOST_READ = 30_000;

    /// Connections on one page of the list.
    public static final int PAGE_SIZE = 30;

    /// The longest search text that is looked for.
    public static final int SEARCH_MAX_LENGTH = 100;

    private final ViewedGraph viewed;
    private final ConnectionStore store;
    private final Visibility visibility;
    private final Transactions transactions;
    private final ChangeLog changeLog;

    Connections(
            ViewedGraph viewed, JdbcClient sql, Visibility visibility, Transactions transactions, ChangeLog changeLog) {
        this.viewed = viewed;
        this.store = new ConnectionStore(sql);
        this.visibility = visibility;
        this.transactions = transactions;
        this.changeLog = changeLog;
    }

    /// How far each of up to [SocialGraph#MAX_BATCH] members is from the viewer. One question to the graph.
    public Map<MemberId, Separation> separations(Viewer viewer, Collection<MemberId> members) {
        if (viewer.member().isEmpty() || members.isEmpty()) {
            return Map.of();
        }
        MemberId from = viewer.id();
        Map<MemberId, Separation> separations = new HashMap<>();
        viewed.ask(from, (graph, rule) -> graph.separations(from.value(), keys(members), rule))
                .byKey()
                .forEach((key, separation) -> separations.put(new MemberId(key), separation));
        return Map.copyOf(separations);
    }

    /// How far the member is from the viewer.
    public Separation separation(Viewer viewer, MemberId member) {
        return separations(viewer, List.of(member)).getOrDefault(member, Separation.OUT_OF_NETWORK);
    }

    /// As [#separations], as the badge beside a name takes it: 1, 2 or 3; nobody else is in the map.
    public Map<MemberId, Integer> steps(Viewer viewer, Collection<MemberId> members) {
        Map<MemberId, Integer> steps = new HashMap<>();
        separations(viewer, members).forEach((member, separation) -> {
            int count = steps(separation);
            if (count > 0) {
                steps.put(member, count);
            }
        });
        return Map.copyOf(steps);
    }

    /// The mutual connections of the viewer and the member: how many, and the first `most` of them.
    public Mutuals mutuals(Viewer viewer, MemberId member, int most) {
        return mutuals(viewer, List.of(member), most).getOrDefault(member, Mutuals.NONE);
    }

    /// The mutual connections of the viewer with each of up to [SocialGraph#MAX_BATCH] members. One question to the
    /// graph.
    public Map<MemberId, Mutuals> mutuals(Viewer viewer, Collection<MemberId> members, int most) {
        if (viewer.member().isEmpty() || members.isEmpty()) {
            return Map.of();
        }
        MemberId from = viewer.id();
        Map<MemberId, Mutuals> mutuals = new LinkedHashMap<>();
        viewed.ask(from, (graph, rule) -> graph.mutualConnections(from.value(), keys(members), most, rule))
                .forEach(
                        (key, found) -> mutuals.put(new MemberId(key), key == from.value() ? Mutuals.NONE : of(found)));
        return mutuals;
    }

    /// How many connections `one` has in common with each of up to [SocialGraph#MAX_BATCH] others, of those that the
    /// viewer may know of. One question to the graph.
    public Map<MemberId, Integer> mutualCounts(Viewer viewer, MemberId one, Collection<MemberId> others) {
        if (viewer.member().isEmpty() || others.isEmpty()) {
            return Map.of();
        }
        Map<MemberId, Integer> counts = new HashMap<>();
        viewed.ask(viewer.id(), (graph, rule) -> graph.mutualConnections(one.value(), keys(others), 0, rule))
                .forEach((key, found) -> counts.put(new MemberId(key), found.count()));
        return Map.copyOf(counts);
    }

    /// Up to [#MOST_READ] of those the member is connected to: for rules, not to be shown. O(degree).
    public Set<MemberId> all(MemberId member) {
        return viewed.ask(member, (graph, rule) -> graph.neighbors(member.value(), MOST_READ, rule)).first().stream()
                .map(MemberId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A shortest path from the viewer to the member, both included; empty when there is none of up to six steps.
    public Optional<List<MemberId>> path(Viewer viewer, MemberId member) {
        return paths(viewer, member, 1).stream().findFirst();
    }

    /// Up to `most` of the shortest paths from the viewer to the member, both included in each.
    public List<List<MemberId>> paths(Viewer viewer, MemberId member, int most) {
        if (viewer.member().isEmpty() || viewer.is(member)) {
            return List.of();
        }
        MemberId from = viewer.id();
        List<List<MemberId>> paths = viewed
                .ask(from, (graph, rule) -> graph.shortestPaths(from.value(), member.value(), most, rule))
                .paths()
                .stream()
                .map(GraphPath::keys)
                .map(Connections::members)
                .toList();
        // The graph may lag behind a suspension on another node by a moment; names are never shown past it.
        Set<MemberId> seen =
                visibility.visible(viewer, paths.stream().flatMap(List::stream).collect(Collectors.toSet()));
        return paths.stream().filter(seen::containsAll).toList();
    }

    /// How many connections of the member the viewer may know of.
    public int count(Viewer viewer, MemberId member) {
        return viewer.member()
                .map(from -> viewed.ask(from, (graph, rule) -> graph.neighbors(member.value(), 0, rule))
                        .count())
                .orElse(0);
    }

    /// Whether the two are connected, by the tables. For rules, not for pages of names.
    public boolean areConnected(MemberId a, MemberId b) {
        return store.since(a, b).isPresent();
    }

    /// Since when the two are connected.
    public Optional<Instant> since(MemberId a, MemberId b) {
        return store.since(a, b);
    }

    /// Since when the member is connected to each of these; whoever they are not connected to is missing.
    public Map<MemberId, Instant> since(MemberId member, Collection<MemberId> others) {
        return store.since(member, others);
    }

    /// A page of the member's own connections, latest first, whose names, or the owner's own notes on
    /// them, contain `search` (accents and case forgiven).
    ///
    /// @param after the [Connection#cursor] of the last one on the page before; empty for the first page
    public List<Connection> list(MemberId owner, String search, String after) {
        return page(owner, search, after).shown();
    }

    /// The same, with whether there is another page.
    Portion<Connection> page(MemberId owner, String search, String after) {
        String cut = search.strip()
                .codePoints()
                .limit(SEARCH_MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Portion.of(store.list(owner, cut, Connection.parse(after), PAGE_SIZE + 1), PAGE_SIZE);
    }

    /// Who may see the member's connections: the member alone, their connections, or all members.
    public Audience listAudience(MemberId member) {
        return store.listAudience(member).orElse(Audience.MEMBERS);
    }

    /// Chooses who may see the member's connections: `ME`, `CONNECTIONS` or `MEMBERS`. For each connection the stricter
    /// choice of its two sides holds.
    public void showList(MemberId member, Audience audience) {
        if (!isListAudience(audience)) {
            throw new IllegalArgumentException(
                    "a connection list is shown to ME, CONNECTIONS or MEMBERS, got " + audience);
        }
        transactions.run(() -> {
            store.showList(member, audience);
            changeLog.append(LIST_SHOWN, member.value());
        });
    }

    /// Whether a connection list can be shown to this audience.
    static boolean isListAudience(Audience audience) {
        return switch (audience) {
            case ME, CONNECTIONS, MEMBERS -> true;
            case SECOND, PUBLIC -> false;
        };
    }

    /// The number beside a name: 1, 2 or 3 steps, 0 for none.
    public static int steps(Separation separation) {
        return switch (separation) {
            case FIRST -> 1;
            case SECOND -> 2;
            case THIRD -> 3;
            case SELF, OUT_OF_NETWORK -> 0;
        };
    }

    private static Mutuals of(MutualConnections found) {
        return new Mutuals(found.count(), members(found.first()));
    }

    private static List<MemberId> members(List<Long> keys) {
        return keys.stream().map(MemberId::new).toList();
    }

    private static List<Long> keys(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
