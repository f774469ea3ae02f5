package org.wellmet.introduction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.connection.Consents;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Problem;

/// Asks for introductions, passes them on, answers them. What each of the three sees of it is [IntroductionViews].
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

    private final IntroductionStore store;
    private final Asking asking;
    private final Leave leave;
    private final Trios trios;
    private final Means means;

    /// What every verb needs.
    @Component
    record Means(Transactions transactions, ChangeLog changeLog, Consents consents, InstantSource clock) {
        /// The time as the database keeps it, so that what is written equals what is read.
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    Introductions(JdbcClient sql, Asking asking, Leave leave, Trios trios, Means means) {
        this.store = new IntroductionStore(sql);
        this.asking = asking;
        this.leave = leave;
        this.trios = trios;
        this.means = means;
    }

    /// What an asker asks for.
    public record Wish(
            MemberId asker,
            MemberId connector,
            MemberId target,
            IntroductionText toConnector,
            IntroductionText toTarget) {
        List<MemberId> three() {
            return List.of(asker, connector, target);
        }

        /// As one that waits for the connector; its id does not count.
        Introduction draft(Instant now) {
            return new Introduction(
                    0,
                    asker,
                    connector,
                    target,
                    IntroductionStatus.ASKED,
                    toConnector,
                    toTarget,
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    now.plus(LIFE_AT_CONNECTOR),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// What stands against an introduction to the target, whoever is asked; empty when nothing does.
    public Optional<AskOutcome> obstacle(MemberId asker, MemberId target) {
        return asking.obstacle(asker, target);
    }

    /// What stands against an introduction, or else whom the asker may ask, if anybody.
    Ways ways(Viewer asker, MemberId target) {
        return asking.ways(asker, target);
    }

    /// What who asks nobody in particular is answered.
    AskOutcome askNobody(MemberId asker, MemberId target) {
        return asking.askNobody(asker, target);
    }

    /// What [#ways] finds. Where there is an obstacle, nobody is offered.
    record Ways(Optional<AskOutcome> obstacle, List<Connector> connectors) {
        Ways {
            connectors = List.copyOf(connectors);
        }

        /// Why nobody can be asked for an introduction to somebody of that name.
        Optional<Problem> problem(String name) {
            return obstacle.flatMap(outcome -> Refusals.of(outcome, name))
                    .or(() -> connectors.isEmpty() ? Optional.of(Refusals.nobodyToAsk(name)) : Optional.empty());
        }
    }

    /// Whom the asker may ask, the best placed first, at most [Connectors#MOST_OFFERED].
    public List<Connector> connectors(Viewer asker, MemberId target) {
        return asking.connectors(asker, target);
    }

    /// Asks the connector.
    public AskOutcome ask(Wish wish) {
        return asking.ask(wish);
    }

    /// Passes it on to the target, with words of the connector's own.
    ///
    /// Where the target takes none from this asker, it goes on its way and never arrives (`UNHEARD`): a
    /// connector who was told would learn what lies between the two others. It lapses like any that nobody
    /// answers.
    public AnswerOutcome forward(MemberId connector, long id, IntroductionText words) {
        return answer(connector, id, Set.of(Role.CONNECTOR), introduction -> {
            Instant now = means.now();
            boolean isUnheard = leave.isClosed(introduction.asker(), introduction.target());
            IntroductionStatus to = isUnheard ? IntroductionStatus.UNHEARD : IntroductionStatus.FORWARDED;
            if (!introduction.isAskedAt(now)
                    || !leave.isWhole(introduction)
                    || !store.forward(introduction, to, words, now)) {
                return new AnswerOutcome.Over();
            }
            if (!isUnheard) {
                tell(FORWARDED, connector, introduction.target(), id);
            }
            tell(PASSED_ON, connector, introduction.asker(), id);
            return new AnswerOutcome.Done();
        });
    }

    /// Declines without a word, as connector or as target. Nobody is told.
    public AnswerOutcome decline(MemberId member, long id) {
        return answer(
                member,
                id,
                Set.of(Role.CONNECTOR, Role.TARGET),
                introduction -> member.equals(introduction.target())
                        ? declineAsTarget(introduction)
                        : declineUnseen(introduction));
    }

    /// Declines as connector and tells the asker why.
    public AnswerOutcome decline(MemberId connector, long id, DeclineReason reason) {
        return answer(connector, id, Set.of(Role.CONNECTOR), introduction -> {
            Instant now = means.now();
            if (!introduction.isAskedAt(now) || !store.decline(introduction, reason, now)) {
                return new AnswerOutcome.Over();
            }
            tell(DECLINED, connector, introduction.asker(), id);
            return new AnswerOutcome.Done();
        });
    }

    private AnswerOutcome declineUnseen(Introduction introduction) {
        Instant now = means.now();
        return introduction.isAskedAt(now) && store.end(introduction, IntroductionStatus.DECLINED_UNSEEN, now)
                ? new AnswerOutcome.Done()
                : new AnswerOutcome.Over();
    }

    private AnswerOutcome declineAsTarget(Introduction introduction) {
        Instant now = means.now();
        return introduction.isForwardedAt(now) && store.end(introduction, IntroductionStatus.DECLINED_BY_TARGET, now)
                ? new AnswerOutcome.Done()
                : new AnswerOutcome.Over();
    }

    /// Accepts: target and asker are connected, both by their own will.
    public AnswerOutcome accept(MemberId target, long id) {
        return answer(target, id, Set.of(Role.TARGET), introduction -> {
            Instant now = means.now();
            if (introduction.status() == IntroductionStatus.ACCEPTED) {
                return leave.areConnected(introduction.asker(), target)
                        ? new AnswerOutcome.AlreadyConnected()
                        : new AnswerOutcome.Over();
            }
            if (!introduction.isForwardedAt(now)
                    || !leave.isWhole(introduction)
                    || !store.end(introduction, IntroductionStatus.ACCEPTED, now)) {
                return new AnswerOutcome.Over();
            }
            means.consents().connect(target, introduction.asker(), now);
            tell(ACCEPTED, target, introduction.asker(), id);
            tell(LED_TO_CONNECTION, target, introduction.connector(), id);
            return new AnswerOutcome.Connected(introduction.asker());
        });
    }

    /// Writes back before deciding: the two talk on an invitation of the asker's, which the target may still answer.
    public AnswerOutcome reply(MemberId target, long id, String text) {
        return answer(target, id, Set.of(Role.TARGET), introduction -> {
            Instant now = means.now();
            if (!introduction.isForwardedAt(now)
                    || !leave.isWhole(introduction)
                    || !store.holdOpen(introduction, now)) {
                return new AnswerOutcome.Over();
            }
            return means.consents()
                    .talk(leave.opening(introduction), text, now)
                    .<AnswerOutcome>map(invitation -> replied(introduction, invitation, now))
                    .orElseGet(AnswerOutcome.EnoughSaid::new);
        });
    }

    private AnswerOutcome replied(Introduction introduction, long invitation, Instant now) {
        if (!store.end(introduction, IntroductionStatus.ANSWERED, now)) {
            throw new IllegalStateException("what is held and waits can be ended, got " + introduction.id());
        }
        return new AnswerOutcome.Replied(invitation);
    }

    /// Takes back. The same for one that had ended in silence, so that the answer does not tell.
    public AnswerOutcome withdraw(MemberId asker, long id) {
        return answer(asker, id, Set.of(Role.ASKER), introduction -> {
            Instant now = means.now();
            boolean isOpen = introduction.isAskedAt(now) || introduction.isForwardedAt(now);
            boolean isWithdrawn = introduction.seemsToWaitAt(now)
                    && (isOpen
                            ? store.end(introduction, IntroductionStatus.WITHDRAWN, now)
                            : store.seemWithdrawn(introduction, now));
            return isWithdrawn ? new AnswerOutcome.Done() : new AnswerOutcome.Over();
        });
    }

    /// Finds, holds the three, finds again: what is read under the locks holds until they are given back.
    private AnswerOutcome answer(
            MemberId member, long id, Set<Role> roles, Function<Introduction, AnswerOutcome> decision) {
        return means.transactions()
                .call(() -> found(member, id)
                        .filter(introduction -> trios.hold(introduction.three()))
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
                        .flatMap(role -> Step.of(introduction, role, means.now()))
                        .isPresent()
                && leave.maySeeAll(member, introduction.three());
    }

    private void tell(String kind, MemberId actor, MemberId other, long id) {
        means.changeLog().append(kind, actor.value(), other.value(), id);
    }
}
