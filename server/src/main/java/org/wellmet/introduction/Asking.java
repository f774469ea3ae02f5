package org.wellmet.introduction;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.introduction.Introductions.Means;
import org.wellmet.introduction.Introductions.Wish;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// How an introduction comes to be: what stands against it, whom one may ask, and how much of it.
///
/// Thread-safe.
@Component
final class Asking {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_OF_A_PAIR = 100;

    private final IntroductionStore store;
    private final Connectors connectors;
    private final Leave leave;
    private final Trios trios;
    private final Means means;

    Asking(JdbcClient sql, Connectors connectors, Leave leave, Trios trios, Means means) {
        this.store = new IntroductionStore(sql);
        this.connectors = connectors;
        this.leave = leave;
        this.trios = trios;
        this.means = means;
    }

    Optional<AskOutcome> obstacle(MemberId asker, MemberId target) {
        return asker.equals(target) ? Optional.of(new AskOutcome.Oneself()) : refusal(asker, target, means.now());
    }

    /// What stands against it, or else whom one may ask.
    Introductions.Ways ways(Viewer asker, MemberId target) {
        Optional<AskOutcome> obstacle =
                obstacle(asker.id(), target).map(refused -> asTold(refused, asker.id(), target));
        if (obstacle.filter(AskOutcome.NotOffered.class::isInstance).isPresent()) {
            return new Introductions.Ways(Optional.empty(), List.of());
        }
        return new Introductions.Ways(obstacle, obstacle.isPresent() ? List.of() : connectors(asker, target));
    }

    /// What is answered where the one asked is nobody.
    AskOutcome askNobody(MemberId asker, MemberId target) {
        return obstacle(asker, target)
                .map(refused -> asTold(refused, asker, target))
                .orElseGet(AskOutcome.NotOffered::new);
    }

    /// A closed gate is told of to those who share a connection with the target. To the others it looks like any: it
    /// would be told from one that takes introductions, as a decline would.
    private AskOutcome asTold(AskOutcome refused, MemberId asker, MemberId target) {
        boolean hasNobody = refused instanceof AskOutcome.Closed
                && connectors.of(Viewer.of(asker), target, Set.of()).isEmpty();
        return hasNobody ? new AskOutcome.NotOffered() : refused;
    }

    List<Connector> connectors(Viewer asker, MemberId target) {
        return connectors.of(asker, target, spared(asker.id(), target, means.now()));
    }

    AskOutcome ask(Wish wish) {
        if (wish.asker().equals(wish.target())) {
            return new AskOutcome.Oneself();
        }
        if (wish.connector().equals(wish.asker()) || wish.connector().equals(wish.target())) {
            return new AskOutcome.NotOffered();
        }
        return means.transactions().call(() -> {
            boolean areThere = trios.queue(wish.three());
            Instant now = means.now();
            return refusal(wish.asker(), wish.target(), now)
                    .map(refused -> asTold(refused, wish.asker(), wish.target()))
                    .orElseGet(
                            () -> areThere && isPossible(wish, now) ? written(wish, now) : new AskOutcome.NotOffered());
        });
    }

    private Optional<AskOutcome> refusal(MemberId asker, MemberId target, Instant now) {
        if (!leave.maySee(asker, target)) {
            return Optional.of(new AskOutcome.Absent());
        }
        if (leave.areConnected(asker, target)) {
            return Optional.of(new AskOutcome.AlreadyConnected());
        }
        if (leave.isClosed(asker, target)) {
            return Optional.of(new AskOutcome.Closed());
        }
        List<Introduction> before = store.ofPair(asker, target, MOST_OF_A_PAIR);
        return before.stream()
                .filter(one -> one.seemsToWaitAt(now) && leave.maySee(asker, one.connector()))
                .findFirst()
                .<AskOutcome>map(one -> new AskOutcome.AlreadyAsked(one.id()))
                .or(() -> before.stream()
                        .flatMap(one -> one.forwardedAt().stream())
                        .map(at -> at.plus(Introductions.PAUSE_OF_TARGET))
                        .filter(now::isBefore)
                        .max(Comparator.naturalOrder())
                        .map(AskOutcome.TooSoon::new));
    }

    private Set<MemberId> spared(MemberId asker, MemberId target, Instant now) {
        return store.ofPair(asker, target, MOST_OF_A_PAIR).stream()
                .filter(one -> now.isBefore(one.askedAt().plus(Introductions.PAUSE_OF_CONNECTOR)))
                .map(Introduction::connector)
                .collect(Collectors.toSet());
    }

    /// *Offered is what may be known*, and the tables say so, too.
    private boolean isPossible(Wish wish, Instant now) {
        return leave.areConnected(wish.asker(), wish.connector())
                && leave.areConnected(wish.connector(), wish.target())
                && leave.maySee(wish.asker(), wish.connector())
                && connectors.isOffered(Viewer.of(wish.asker()), wish.connector(), wish.target())
                && !spared(wish.asker(), wish.target(), now).contains(wish.connector());
    }

    private AskOutcome written(Wish wish, Instant now) {
        store.lapse(wish.asker(), wish.target(), now);
        giveUpUnreachable(wish, now);
        Instant weekAgo = now.minus(WEEK);
        return store.insert(wish.draft(now), weekAgo)
                .<AskOutcome>map(id -> {
                    means.changeLog()
                            .append(
                                    Introductions.ASKED,
                                    wish.asker().value(),
                                    wish.connector().value(),
                                    id);
                    return new AskOutcome.Asked(id);
                })
                .orElseGet(() -> limitReached(wish, now, weekAgo));
    }

    /// One whose connector the asker cannot see any more is not there for the asker, and stands in nobody's way.
    private void giveUpUnreachable(Wish wish, Instant now) {
        store.ofPair(wish.asker(), wish.target(), MOST_OF_A_PAIR).stream()
                .filter(one -> one.isAskedAt(now) || one.isForwardedAt(now))
                .forEach(one -> store.end(one, IntroductionStatus.WITHDRAWN, now));
    }

    private AskOutcome limitReached(Wish wish, Instant now, Instant weekAgo) {
        IntroductionStore.Used used = store.used(wish.asker(), now, weekAgo);
        if (used.waiting() >= Introductions.MOST_WAITING) {
            return new AskOutcome.TooManyWaiting();
        }
        return used.asked() >= Introductions.MOST_A_WEEK
                ? new AskOutcome.QuotaReached(store.firstAskedSince(wish.asker(), weekAgo)
                        .map(first -> first.plus(WEEK))
                        .orElse(now))
                : new AskOutcome.ConnectorBusy();
    }
}
