package org.wellmet.suggestion;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Mutuals;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Who stands between a viewer and the members of a slate: one question to the graph, by the viewer's rule, one
/// statement for leave and one for names.
///
/// Thread-safe.
@Component
final class Betweens {
    /// Of so many one is named: the first of them whom the viewer may see.
    private static final int MOST_TRIED = 5;

    private final Connections connections;
    private final Visibility visibility;
    private final Members members;

    Betweens(Connections connections, Visibility visibility, Members members) {
        this.connections = connections;
        this.visibility = visibility;
        this.members = members;
    }

    Map<MemberId, Between> of(Viewer viewer, Collection<MemberId> ids) {
        Map<MemberId, Mutuals> mutuals = connections.mutuals(viewer, ids, MOST_TRIED);
        Set<MemberId> tried = mutuals.values().stream()
                .flatMap(found -> found.first().stream())
                .collect(Collectors.toSet());
        Map<MemberId, Member> people = tried.isEmpty() ? Map.of() : members.all(visibility.visible(viewer, tried));
        Map<MemberId, Between> between = new HashMap<>();
        mutuals.forEach((id, found) -> between.put(id, new Between(named(found, people), found.count())));
        return between;
    }

    private static Optional<Member> named(Mutuals found, Map<MemberId, Member> people) {
        return found.first().stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .findFirst();
    }
}
