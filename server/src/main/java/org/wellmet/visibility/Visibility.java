package org.wellmet.visibility;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Decides what a viewer may see of a member. Each question is one statement, whatever the number of members asked
/// about.
///
/// Thread-safe.
@Component
public final class Visibility {
    /// More than any page shows; who has more asks in pieces.
    public static final int MOST_AT_ONCE = 1_000;

    private final VisibilityStore store;

    Visibility(JdbcClient sql) {
        this.store = new VisibilityStore(sql);
    }

    /// How the viewer stands to the member.
    public Standing standing(Viewer viewer, MemberId member) {
        return standings(viewer, Set.of(member)).getOrDefault(member, Standing.NONE);
    }

    /// How the viewer stands to each of up to [#MOST_AT_ONCE] members. Who is missing in the answer was never there:
    /// `NONE`.
    public Map<MemberId, Standing> standings(Viewer viewer, Collection<MemberId> members) {
        if (members.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " members at once, got " + members.size());
        }
        return members.isEmpty() ? Map.of() : store.standings(viewer, members);
    }

    /// Whether the viewer may know that the member is here.
    public boolean maySee(Viewer viewer, MemberId member) {
        return standing(viewer, member) != Standing.NONE;
    }

    /// Those of `members` whom the viewer may know to be here.
    public Set<MemberId> visible(Viewer viewer, Collection<MemberId> members) {
        return standings(viewer, members).entrySet().stream()
                .filter(entry -> entry.getValue() != Standing.NONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the viewer may see something that `owner` shows to `audience`.
    public boolean maySee(Viewer viewer, MemberId owner, Audience audience) {
        return audience.admits(standing(viewer, owner));
    }
}
