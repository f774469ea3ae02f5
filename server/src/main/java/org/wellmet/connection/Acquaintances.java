package org.wellmet.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.member.Handle;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Pages of names: whom of these the viewer may see, with the separation and the mutual connections of each.
///
/// Whatever the number of names: one statement for leave, one for names, one for blocks, and two questions to the
/// graph.
///
/// Thread-safe.
@Component
public final class Acquaintances {
    /// Of so many mutual connections one is named.
    private static final int MOST_TRIED = 5;

    private final Visibility visibility;
    private final Members members;
    private final Connections connections;

    Acquaintances(Visibility visibility, Members members, Connections connections) {
        this.visibility = visibility;
        this.members = members;
        this.connections = connections;
    }

    /// Those of up to [Visibility#MOST_AT_ONCE] members whom the viewer may see.
    public Map<MemberId, Acquaintance> of(Viewer viewer, Collection<MemberId> ids) {
        Set<MemberId> seen = visibility.visible(viewer, ids);
        Map<MemberId, Integer> steps = connections.steps(viewer, seen);
        Map<MemberId, Mutuals> mutuals = connections.mutuals(viewer, seen, 0);
        Map<MemberId, Acquaintance> acquaintances = new HashMap<>();
        members.all(seen)
                .forEach((id, member) -> acquaintances.put(
                        id,
                        new Acquaintance(
                                member,
                                steps.getOrDefault(id, 0),
                                mutuals.getOrDefault(id, Mutuals.NONE).count())));
        return Map.copyOf(acquaintances);
    }

    /// As [#of], in the order in which they are asked for.
    public List<Acquaintance> inOrder(Viewer viewer, List<MemberId> ids) {
        Map<MemberId, Acquaintance> people = of(viewer, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .toList();
    }

    /// The mutual connections of the viewer with each of a page of members, as a line of text names them: of the first
    /// few the first whom the viewer may see. One question to the graph, one statement for leave, one for names.
    public Map<MemberId, NamedMutuals> mutuals(Viewer viewer, Collection<MemberId> ids) {
        Map<MemberId, Mutuals> mutuals = connections.mutuals(viewer, ids, MOST_TRIED);
        Set<MemberId> first = mutuals.values().stream()
                .flatMap(found -> found.first().stream())
                .collect(Collectors.toSet());
        Map<MemberId, Member> people = first.isEmpty() ? Map.of() : members.all(visibility.visible(viewer, first));
        Map<MemberId, NamedMutuals> named = new HashMap<>();
        mutuals.forEach((id, found) -> named.put(
                id,
                new NamedMutuals(
                        found.first().stream()
                                .filter(people::containsKey)
                                .map(people::get)
                                .limit(NamedMutuals.MOST_NAMED)
                                .toList(),
                        found.count())));
        return Map.copyOf(named);
    }

    /// The member in an address, if the viewer may see them.
    public Optional<Acquaintance> named(Viewer viewer, String handle) {
        return Handle.parse(handle)
                .flatMap(members::findByHandle)
                .map(Member::id)
                .flatMap(id -> inOrder(viewer, List.of(id)).stream().findFirst());
    }

    /// A path as people: all of them in its order, or nobody when one of them is not to be seen.
    public List<Acquaintance> along(Viewer viewer, List<MemberId> path) {
        List<Acquaintance> people = inOrder(viewer, path);
        return people.size() == path.size() ? people : List.of();
    }
}
