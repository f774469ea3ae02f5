package org.wellmet.profile;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Who shows which address among their links, to whom. Thread-safe.
final class LinkedMembers {
    /// How many members that show one of some addresses are looked at.
    private static final int MOST_LINKED = Visibility.MOST_AT_ONCE;

    private final ProfileStore store;
    private final Visibility visibility;

    LinkedMembers(ProfileStore store, Visibility visibility) {
        this.store = store;
        this.visibility = visibility;
    }

    /// The members who show these addresses to the viewer; one that several show is left out. Three statements.
    Map<String, MemberId> showing(Viewer viewer, Collection<String> urls) {
        Map<String, MemberId> showing = new HashMap<>();
        store.linked(urls, MOST_LINKED).forEach((url, owners) -> {
            if (owners.size() == 1) {
                showing.put(url, owners.getFirst());
            }
        });
        showing.values().retainAll(showingLinks(viewer, Set.copyOf(showing.values())));
        return showing;
    }

    private Set<MemberId> showingLinks(Viewer viewer, Set<MemberId> owners) {
        if (owners.isEmpty()) {
            return Set.of();
        }
        Map<MemberId, Standing> standings = visibility.standings(viewer, owners);
        Map<MemberId, Map<Section, Audience>> audiences = store.audiences(owners);
        return owners.stream()
                .filter(owner -> audiences
                        .getOrDefault(owner, Map.of())
                        .getOrDefault(Section.LINKS, Section.LINKS.usualAudience())
                        .admits(standings.getOrDefault(owner, Standing.NONE)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
