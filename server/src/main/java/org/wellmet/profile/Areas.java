package org.wellmet.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.AreaStore.Area;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.vocabulary.Place;
import org.wellmet.vocabulary.Vocabulary;

/// Who lives near whom, by areas that the viewer may see.
///
/// Thread-safe.
@Component
public final class Areas {
    /// At this distance two areas are a third (1/e) as near as the same one.
    public static final double REACH_KILOMETRES = 50;

    private final AreaStore store;
    private final Visibility visibility;
    private final Vocabulary vocabulary;

    Areas(JdbcClient sql, Visibility visibility, Vocabulary vocabulary) {
        this.store = new AreaStore(sql);
        this.visibility = visibility;
        this.vocabulary = vocabulary;
    }

    /// Up to `limit` members of the viewer's own area who show theirs to all members. Blocks are not looked at: whoever
    /// shows one asks for leave.
    public List<MemberId> sameArea(Viewer viewer, int limit) {
        return Optional.ofNullable(store.areas(List.of(viewer.id())).get(viewer.id()))
                .flatMap(Area::id)
                .map(id -> store.ofArea(id, viewer.id(), limit))
                .orElse(List.of());
    }

    /// How near each of up to [Visibility#MOST_AT_ONCE] members lives, as far as the viewer may see it: 1 in the same
    /// area, falling with the distance; who is missing is far away, or does not say.
    public Map<MemberId, Double> nearness(Viewer viewer, Collection<MemberId> members) {
        List<MemberId> asked = new ArrayList<>(members);
        asked.add(viewer.id());
        Map<MemberId, Area> areas = store.areas(asked);
        Area own = areas.remove(viewer.id());
        if (own == null) {
            return Map.of();
        }
        Map<MemberId, Standing> standings = visibility.standings(viewer, areas.keySet());
        Map<MemberId, Double> nearness = new HashMap<>();
        areas.forEach((member, area) -> {
            if (area.audience().admits(standings.getOrDefault(member, Standing.NONE))) {
                nearness.put(member, nearness(own, area));
            }
        });
        return nearness;
    }

    /// How near that is: 1 in the same place, a third (1/e) at [#REACH_KILOMETRES].
    public static double nearness(double kilometres) {
        return Math.exp(-kilometres / REACH_KILOMETRES);
    }

    private double nearness(Area own, Area other) {
        if (own.text().equalsIgnoreCase(other.text())
                || (own.id().isPresent() && own.id().equals(other.id()))) {
            return 1;
        }
        Optional<Place> here = own.id().flatMap(vocabulary::place);
        Optional<Place> there = other.id().flatMap(vocabulary::place);
        return here.isPresent() && there.isPresent() ? nearness(here.get().kilometresTo(there.get())) : 0;
    }
}
