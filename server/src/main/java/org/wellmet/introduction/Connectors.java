package org.wellmet.introduction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Connections;
import org.wellmet.connection.TieStrength;
import org.wellmet.connection.Touches;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Whom an asker may ask, the best placed first: mutual connections whose tie to the target the asker may know of,
/// ranked by [TieStrength] to both sides.
///
/// Thread-safe.
@Component
final class Connectors {
    /// Connectors to choose from: as many as can be compared at a glance.
    static final int MOST_OFFERED = 8;

    /// The most that are ranked; of more mutual connections the first by id are.
    private static final int MOST_RANKED = 500;

    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final Duration TOUCHED_WITHIN = Duration.ofDays(365);

    private static final Comparator<Connector> STRONGEST_FIRST = Comparator.comparingDouble(Connector::strength)
            .reversed()
            .thenComparingLong(connector -> connector.person().member().id().value());

    private final Connections connections;
    private final Acquaintances acquaintances;
    private final ObjectProvider<Touches> touches;
    private final InstantSource clock;

    Connectors(
            Connections connections,
            Acquaintances acquaintances,
            ObjectProvider<Touches> touches,
            InstantSource clock) {
        this.connections = connections;
        this.acquaintances = acquaintances;
        this.touches = touches;
        this.clock = clock;
    }

    /// Whether the asker may know that `connector` is connected to the target, and is connected to both.
    boolean isOffered(Viewer asker, MemberId connector, MemberId target) {
        return connections.mutuals(asker, target, Connections.MOST_READ).first().contains(connector);
    }

    /// The first [#MOST_OFFERED] of them, without those in `spared`.
    List<Connector> of(Viewer asker, MemberId target, Collection<MemberId> spared) {
        List<MemberId> mutuals =
                new ArrayList<>(connections.mutuals(asker, target, MOST_RANKED).first());
        mutuals.removeAll(spared);
        Map<MemberId, Acquaintance> people = acquaintances.of(asker, mutuals);
        Map<MemberId, Instant> since = connections.since(asker.id(), people.keySet());
        Map<MemberId, Integer> touchCounts = touchCounts(asker.id(), people.keySet());
        Map<MemberId, Integer> nearTarget = connections.mutualCounts(asker, target, people.keySet());
        return people.entrySet().stream()
                .map(entry -> new Connector(
                        entry.getValue(),
                        new TieStrength(
                                entry.getValue().mutualCount(),
                                OptionalInt.of(touchCounts.getOrDefault(entry.getKey(), 0)),
                                years(since.get(entry.getKey()))),
                        TieStrength.ofMutuals(nearTarget.getOrDefault(entry.getKey(), 0))))
                .sorted(STRONGEST_FIRST)
                .limit(MOST_OFFERED)
                .toList();
    }

    private Map<MemberId, Integer> touchCounts(MemberId asker, Collection<MemberId> others) {
        Map<MemberId, Integer> sums = new HashMap<>();
        Instant then = clock.instant().minus(TOUCHED_WITHIN);
        touches.forEach(kind ->
                kind.since(asker, others, then).forEach((other, count) -> sums.merge(other, count, Integer::sum)));
        return sums;
    }

    private OptionalDouble years(@Nullable Instant since) {
        return since == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.max(0, Duration.between(since, clock.instant()).toDays() / DAYS_OF_A_YEAR));
    }
}
