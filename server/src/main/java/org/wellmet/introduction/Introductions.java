package org.wellmet.introduction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Consents;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Invitations;
import org.wellmet.database.PairLock;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Asks for introductions, passes them on, answers them.
///
/// Thread-safe; each verb is one transaction under the locks of the three (*three locks, one order*).
@Component
public final class Introductions {
    /// The change that tells that an asker asked a connector.
    public static final String ASKED = "introduction.asked";

    /// The change that tells that a connector forwarded to a target.
    public static final String FORWARDED = "introduction.forwarded";

    /// The change that tells that a connector did so for an asker.
    public static final String PASSED_ON = "introduction.passed_on";

    /// The change that tells that a connector declined and told the asker why.
    public static final String DECLINED = "introduction.declined";

    /// The change that tells that a target accepted what an asker had asked.
    public static final String ACCEPTED = "introduction.accepted";

    /// The change that tells that a target accepted what a connector had forwarded.
    public static final String LED_TO_CONNECTION = "introduction.led_to_connection";

    /// How long one waits for the connector.
    public static final Duration LIFE_AT_CONNECTOR = Duration.ofDays(21);

    /// How long one waits for the target: as long as an invitation.
    public static final Duration LIFE_AT_TARGET = Duration.ofDays(60);

    /// How long a target whom one reached is spared further ones of the same asker, whatever became of it.
    public static final Duration PAUSE_OF_TARGET = Duration.ofDays(365);

    /// How long a connector is not asked for the same again.
    public static final Duration PAUSE_OF_CONNECTOR = Duration.ofDays(90);

    /// The most of one asker that may wait: enough to try several ways, too few to send them around.
    public static final int MOST_WAITING = 10;

    /// The most that one may ask for in seven days.
    public static final int MOST_A_WEEK = 5;

    /// The most that may wait for one connector: who is asked more is asked too much.
    public static final int MOST_AT_CONNECTOR = 20;

    /// Connectors to choose from: as many as can be compared at a glance.
    public static final int MOST_OFFERED = 8;

    /// Introductions on one page of a list.
    public static final int PAGE_SIZE = 20;

    /// How many wait on the page of those that wait for an answer; answering brings the others up.
    public static final int MOST_SHOWN_WAITING = 50;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_OF_A_PAIR = 100;

    private final IntroductionStore store;
    private final Connectors connectors;
    private final Leave leave;
    private final Means means;

    /// Who may see and do what.
    @Component
    record Leave(
            Visibility visibility,
            Acquaintances acquaintances,
            Connections connections,
            Gates gates,
            Invitations invitations) {}

    /// What every verb needs.
    @Component
    record Means(
            Transactions transactions,
            PairLock pairLock,
            ChangeLog changeLog,
            Consents consents,
            InstantSource clock) {}

    Introductions(JdbcClient sql, Connectors connectors, Leave leave, Means means) {
        this.store = new IntroductionStore(sql);
        this.connectors = connectors;
        this.leave = leave;
        this.means = means;
    }

    // ---- asking

    /// What an asker asks for.
    public record Wish(
            MemberId asker,
            MemberId connector,
            MemberId target,
            IntroductionText toConnector,
            IntroductionText toTarget) {}

    /// What stands against an introduction to the target, whoever is asked; empty when nothing does.
    public Optional<AskOutcome> obstacle(MemberId asker, MemberId target) {
        return asker.equals(target) ? Optional.of(new AskOutcome.Oneself()) : refusal(asker, target, now());
    }

    /// Whom the asker may ask, the best placed first, at most [#MOST_OFFERED].
    public List<Connector> connectors(Viewer asker, MemberId target) {
        return connectors.of(asker, target, spared(asker.id(), target, now()), MOST_OFFERED);
    }

    /// Asks the connector.
    public AskOutcome ask(Wish wish) {
        if (wish.asker().equals(wish.target())) {
            return new AskOutcome.Oneself();
        }
        if (wish.connector().equals(wish.asker()) || wish.connector().equals(wish.target())) {
            return new AskOutcome.NotOffered();
        }
        List<MemberId> three = List.of(wish.asker(), wish.connector(), wish.target());
        return means.transactions().call(() -> {
            boolean areThere = store.queue(inOrder(three));
            holdPairs(three);
            Instant now = now();
            if (!areThere) {
                return refusal(wish.asker(), wish.target(), now).orElseGet(AskOutcome.NotOffered::new);
            }
            return refusal(wish.asker(), wish.target(), now)
                    .orElseGet(() -> isPossible(wish, now) ? written(wish, now) : new AskOutcome.NotOffered());
        });
    }

    private Optional<AskOutcome> refusal(MemberId asker, MemberId target, Instant now) {
        if (!maySee(asker, target)) {
            return Optional.of(new AskOutcome.Absent());
        }
        if (areConnected(asker, target)) {
            return Optional.of(new AskOutcome.AlreadyConnected());
        }
        if (isClosed(asker, target)) {
            return Optional.of(new AskOutcome.Closed());
        }
        List<Introduction> before = store.ofPair(asker, target, MOST_OF_A_PAIR);
        return before.stream()
                .filter(one -> one.seemsToWaitAt(now) && maySee(asker, one.connector()))
                .findFirst()
                .<AskOutcome>map(one -> new AskOutcome.AlreadyAsked(one.id()))
                .or(() -> before.stream()
                        .flatMap(one -> one.forwardedAt().stream())
                        .map(at -> at.plus(PAUSE_OF_TARGET))
                        .filter(now::isBefore)
                        .max(Comparator.naturalOrder())
                        .map(AskOutcome.TooSoon::new));
    }

    private Set<MemberId> spared(MemberId asker, MemberId target, Instant now) {
        return store.ofPair(asker, target, MOST_OF_A_PAIR).stream()
                .filter(one -> now.isBefore(one.askedAt().plus(PAUSE_OF_CONNECTOR)))
                .map(Introduction::connector)
                .collect(Collectors.toSet());
    }

    /// *Offered is what may be known*, and the tables say so, too.
    private boolean isPossible(Wish wish, Instant now) {
        return areConnected(wish.asker(), wish.connector())
                && areConnected(wish.connector(), wish.target())
                && maySee(wish.asker(), wish.connector())
                && connectors.isOffered(Viewer.of(wish.asker()), wish.connector(), wish.target())
                && !spared(wish.asker(), wish.target(), now).contains(wish.connector());
    }

    private AskOutcome written(Wish wish, Instant now) {
        store.lapse(wish.asker(), wish.target(), now);
        giveUpUnreachable(wish, now);
        Instant weekAgo = now.minus(WEEK);
        return store.insert(draft(wish, now), weekAgo)
                .<AskOutcome>map(id -> {
                    means.changeLog()
                            .append(
                                    ASKED,
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
                .forEach(one -> store.end(one, IntroductionStatus.WITHDRAWN, Optional.empty(), now));
    }

    private AskOutcome limitReached(Wish wish, Instant now, Instant weekAgo) {
        IntroductionStore.Used used = store.used(wish.asker(), now, weekAgo);
        if (used.waiting() >= MOST_WAITING) {
            return new AskOutcome.TooManyWaiting();
        }
        return used.asked() >= MOST_A_WEEK
                ? new AskOutcome.QuotaReached(store.firstAskedSince(wish.asker(), weekAgo)
                        .map(first -> first.plus(WEEK))
                        .orElse(now))
                : new AskOutcome.ConnectorBusy();
    }

    // ---- answering

    /// Passes it on to the target, with words of the connector's own.
    public AnswerOutcome forward(MemberId connector, long id, IntroductionText words) {
        return answer(connector, id, Set.of(Role.CONNECTOR), introduction -> {
            Instant now = now();
            if (!introduction.isAskedAt(now) || !isWhole(introduction)) {
                return new AnswerOutcome.Over();
            }
            if (isClosed(introduction.asker(), introduction.target())) {
                return new AnswerOutcome.Closed();
            }
            if (!store.forward(introduction, words, now, now.plus(LIFE_AT_TARGET))) {
                return new AnswerOutcome.Over();
            }
            tell(FORWARDED, connector, introduction.target(), id);
            tell(PASSED_ON, connector, introduction.asker(), id);
            return new AnswerOutcome.Done();
        });
    }

    /// Declines, as connector or as target. Only a connector's reason is told to anyone: to the asker.
    public AnswerOutcome decline(MemberId member, long id, Optional<DeclineReason> reason) {
        return answer(
                member,
                id,
                Set.of(Role.CONNECTOR, Role.TARGET),
                introduction -> member.equals(introduction.target())
                        ? declineAsTarget(introduction)
                        : declineAsConnector(introduction, reason));
    }

    private AnswerOutcome declineAsConnector(Introduction introduction, Optional<DeclineReason> reason) {
        Instant now = now();
        IntroductionStatus status =
                reason.isPresent() ? IntroductionStatus.DECLINED : IntroductionStatus.DECLINED_UNSEEN;
        if (!introduction.isAskedAt(now) || !store.end(introduction, status, reason, now)) {
            return new AnswerOutcome.Over();
        }
        if (reason.isPresent()) {
            tell(DECLINED, introduction.connector(), introduction.asker(), introduction.id());
        }
        return new AnswerOutcome.Done();
    }

    private AnswerOutcome declineAsTarget(Introduction introduction) {
        Instant now = now();
        return introduction.isForwardedAt(now)
                        && store.end(introduction, IntroductionStatus.DECLINED_BY_TARGET, Optional.empty(), now)
                ? new AnswerOutcome.Done()
                : new AnswerOutcome.Over();
    }

    /// Accepts: target and asker are connected, both by their own will.
    public AnswerOutcome accept(MemberId target, long id) {
        return answer(target, id, Set.of(Role.TARGET), introduction -> {
            Instant now = now();
            if (introduction.status() == IntroductionStatus.ACCEPTED) {
                return areConnected(introduction.asker(), target)
                        ? new AnswerOutcome.AlreadyConnected()
                        : new AnswerOutcome.Over();
            }
            if (!introduction.isForwardedAt(now)
                    || !isWhole(introduction)
                    || !store.end(introduction, IntroductionStatus.ACCEPTED, Optional.empty(), now)) {
                return new AnswerOutcome.Over();
            }
            means.consents().connect(target, introduction.asker(), now);
            tell(ACCEPTED, target, introduction.asker(), id);
            tell(LED_TO_CONNECTION, target, introduction.connector(), id);
            return new AnswerOutcome.Connected(introduction.asker());
        });
    }

    /// Takes back. The same for one that had ended in silence, so that the answer does not tell.
    public AnswerOutcome withdraw(MemberId asker, long id) {
        return answer(asker, id, Set.of(Role.ASKER), introduction -> {
            Instant now = now();
            boolean isOpen = introduction.isAskedAt(now) || introduction.isForwardedAt(now);
            boolean isWithdrawn = introduction.seemsToWaitAt(now)
                    && (isOpen
                            ? store.end(introduction, IntroductionStatus.WITHDRAWN, Optional.empty(), now)
                            : store.seemWithdrawn(introduction, now));
            return isWithdrawn ? new AnswerOutcome.Done() : new AnswerOutcome.Over();
        });
    }

    /// Finds, holds the three, finds again: what is read under the locks holds until they are given back.
    private AnswerOutcome answer(
            MemberId member, long id, Set<Role> roles, Function<Introduction, AnswerOutcome> decision) {
        return means.transactions()
                .call(() -> found(member, id)
                        .filter(introduction -> hold(introduction.three()))
                        .flatMap(_ -> found(member, id))
                        .filter(introduction -> isThereFor(member, introduction, roles))
                        .map(decision)
                        .orElseGet(AnswerOutcome.Absent::new));
    }

    private Optional<Introduction> found(MemberId member, long id) {
        return store.of(member, List.of(id)).stream().findFirst();
    }

    private boolean isThereFor(MemberId member, Introduction introduction, Set<Role> roles) {
        return introduction
                        .roleOf(member)
                        .filter(roles::contains)
                        .flatMap(role -> Step.of(introduction, role, now()))
                        .isPresent()
                && leave.visibility()
                        .visible(Viewer.of(member), introduction.three())
                        .containsAll(introduction.three());
    }

    /// *Open means whole*.
    private boolean isWhole(Introduction introduction) {
        return areConnected(introduction.asker(), introduction.connector())
                && areConnected(introduction.connector(), introduction.target())
                && !areConnected(introduction.asker(), introduction.target())
                && maySee(introduction.asker(), introduction.target());
    }

    private void tell(String kind, MemberId actor, MemberId other, long id) {
        means.changeLog().append(kind, actor.value(), other.value(), id);
    }

    // ---- reading

    /// The introduction as this member may see it.
    public Optional<Shown> see(Viewer viewer, long id) {
        return Optional.ofNullable(all(viewer, List.of(id)).get(id));
    }

    /// Those of up to [Visibility#MOST_AT_ONCE] introductions of which the viewer may see anything.
    public Map<Long, Shown> all(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : shown(viewer, store.of(viewer.id(), ids)).stream()
                        .collect(Collectors.toMap(Shown::id, Function.identity()));
    }

    /// Those that wait for the viewer's answer, latest first, up to [#MOST_SHOWN_WAITING].
    public List<Shown> waiting(Viewer viewer) {
        return shown(viewer, store.waitingFor(viewer.id(), now(), MOST_SHOWN_WAITING));
    }

    /// A page of a list.
    ///
    /// @param next the id after which the next page begins, or 0 at the end
    public record Listed(List<Shown> introductions, long next) {
        public Listed {
            introductions = List.copyOf(introductions);
        }
    }

    /// A page of those that the viewer asked for, latest first.
    ///
    /// @param before [Listed#next] of the page before; 0 for the first
    public Listed asked(Viewer viewer, long before) {
        return listed(viewer, store.askedBy(viewer.id(), start(before), PAGE_SIZE));
    }

    /// A page of those that the viewer was asked to pass on and that wait for it no more.
    public Listed answered(Viewer viewer, long before) {
        return listed(viewer, store.answeredBy(viewer.id(), now(), start(before), PAGE_SIZE));
    }

    /// How often it came to something for the member in that role.
    public Tally tally(MemberId member, Role role) {
        return store.tally(member, role);
    }

    private Listed listed(Viewer viewer, List<Introduction> found) {
        return new Listed(
                shown(viewer, found),
                found.size() < PAGE_SIZE ? 0 : found.getLast().id());
    }

    /// The one place where what is stored becomes what is seen.
    private List<Shown> shown(Viewer viewer, List<Introduction> found) {
        Instant now = now();
        Set<MemberId> concerned = new HashSet<>();
        found.forEach(introduction -> concerned.addAll(introduction.three()));
        Map<MemberId, Acquaintance> people = new HashMap<>(leave.acquaintances().of(viewer, concerned));
        List<Shown> shown = new ArrayList<>();
        for (Introduction introduction : found) {
            Role role = introduction.roleOf(viewer.id()).orElseThrow();
            Acquaintance asker = people.get(introduction.asker());
            Acquaintance connector = people.get(introduction.connector());
            Acquaintance target = people.get(introduction.target());
            if (asker != null && connector != null && target != null) {
                Step.of(introduction, role, now)
                        .map(step -> Shown.of(introduction, role, step, new Shown.Three(asker, connector, target)))
                        .ifPresent(shown::add);
            }
        }
        return List.copyOf(shown);
    }

    // ---- locks and looks

    private boolean hold(List<MemberId> three) {
        boolean areThere = store.hold(inOrder(three));
        holdPairs(three);
        return areThere;
    }

    private void holdPairs(List<MemberId> three) {
        List<MemberId> inOrder = inOrder(three);
        means.pairLock().hold(inOrder.get(0).value(), inOrder.get(1).value());
        means.pairLock().hold(inOrder.get(0).value(), inOrder.get(2).value());
        means.pairLock().hold(inOrder.get(1).value(), inOrder.get(2).value());
    }

    private static List<MemberId> inOrder(List<MemberId> three) {
        return three.stream().sorted(Comparator.comparingLong(MemberId::value)).toList();
    }

    private boolean maySee(MemberId viewer, MemberId other) {
        return leave.visibility().maySee(Viewer.of(viewer), other);
    }

    /// A closed gate, or a decline that must look like one.
    private boolean isClosed(MemberId asker, MemberId target) {
        return leave.gates().of(target) == Gate.CLOSED || leave.invitations().isClosedByDecline(asker, target);
    }

    private boolean areConnected(MemberId a, MemberId b) {
        return leave.connections().areConnected(a, b);
    }

    private static long start(long before) {
        return before > 0 ? before : Long.MAX_VALUE;
    }

    /// The time as the database keeps it, so that what is written equals what is read.
    private Instant now() {
        return means.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Introduction draft(Wish wish, Instant now) {
        return new Introduction(
                0,
                wish.asker(),
                wish.connector(),
                wish.target(),
                IntroductionStatus.ASKED,
                wish.toConnector(),
                wish.toTarget(),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plus(LIFE_AT_CONNECTOR),
                Optional.empty(),
                Optional.empty());
    }
}
