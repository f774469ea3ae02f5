package org.wellmet.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Allowances;
import org.wellmet.connection.Door;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Grounds;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.ViewedGraph;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Areas;
import org.wellmet.relevance.Judgement;
import org.wellmet.relevance.Relevance;
import org.wellmet.suggestion.SuggestionStore.Circumstances;
import org.wellmet.visibility.Viewer;

/// Whom a member might meet next, and what they said about it.
///
/// Each slate is made anew from the graph as it stands: a connection made a moment ago counts. What statements it takes
/// does not grow with the prospects, but for who shares nothing with the viewer and asks for common ground, and for who
/// has a seat and wants to be introduced: for each of these the server looks at the gate.
///
/// Thread-safe.
@Component
public final class Suggestions {
    /// How long a dismissal holds.
    public static final Duration MEMORY = Duration.ofDays(365);

    /// How long after it was sent somebody with an invitation between the two is not suggested, however it ended: as
    /// long as a decline may be final, which may come on an invitation's last day. So nobody learns of one by it.
    public static final Duration MEMORY_OF_INVITATIONS = Invitations.LIFE.plus(Invitations.PAUSE_AFTER_DECLINE);

    /// The most dismissals of one member that are kept; the oldest go first.
    static final int MOST_DISMISSALS = 2_000;

    /// How many of the dismissed a page shows.
    static final int DISMISSED_SHOWN = 50;

    /// The most of each kind that are left out at once: beyond what allowances let happen in a year.
    private static final int MOST_LEFT_OUT = 5_000;

    private final ViewedGraph graph;
    private final Relevance relevance;
    private final Acquaintances acquaintances;
    private final Gates gates;
    private final Allowances allowances;
    private final Grounds grounds;
    private final Areas areas;
    private final SuggestionStore store;
    private final Transactions transactions;
    private final InstantSource clock;

    Suggestions(
            ViewedGraph graph,
            Relevance relevance,
            Acquaintances acquaintances,
            Gates gates,
            Allowances allowances,
            Grounds grounds,
            Areas areas,
            JdbcClient sql,
            Transactions transactions,
            InstantSource clock) {
        this.graph = graph;
        this.relevance = relevance;
        this.acquaintances = acquaintances;
        this.gates = gates;
        this.allowances = allowances;
        this.grounds = grounds;
        this.areas = areas;
        this.store = new SuggestionStore(sql);
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The slate of a signed-in viewer, best first.
    public List<Suggestion> slate(Viewer viewer, Lens lens) {
        Map<Long, Double> between = between(viewer, lens);
        Map<Long, Circumstances> circumstances = store.circumstances(between.keySet(), clock.instant());
        circumstances
                .entrySet()
                .removeIf(entry -> isOutOfReach(entry.getValue().gate(), between.getOrDefault(entry.getKey(), 0.0)));
        circumstances.keySet().removeAll(strangersTo(viewer, circumstances, between));
        Map<Long, Judgement> judgements = judgements(viewer, circumstances.keySet());
        Map<MemberId, Double> nearness = nearness(viewer, lens, judgements.values());
        List<Prospect> prospects = new ArrayList<>();
        judgements.forEach((key, judgement) -> prospects.add(prospect(
                judgement,
                nearness.getOrDefault(judgement.member(), 0.0),
                between.getOrDefault(key, 0.0),
                Objects.requireNonNull(circumstances.get(key)))));
        return shown(viewer, Slate.of(prospects, model(), lens, closures(viewer)), circumstances, judgements);
    }

    /// Whether nobody whom the viewer may know of could introduce the two.
    private static boolean isOutOfReach(Gate gate, double damped) {
        return gate == Gate.INTRODUCED && damped == 0;
    }

    /// Those who take no strangers, by their gate or for this week, and with whom the viewer shares nothing: the two
    /// reasons are treated alike, so that no suggestion tells a full week from a gate.
    private Set<Long> strangersTo(Viewer viewer, Map<Long, Circumstances> circumstances, Map<Long, Double> between) {
        List<MemberId> unconnected = circumstances.keySet().stream()
                .filter(key -> between.getOrDefault(key, 0.0) == 0)
                .map(MemberId::new)
                .toList();
        Set<MemberId> asking = new HashSet<>(allowances.full(unconnected));
        unconnected.stream()
                .filter(member -> Objects.requireNonNull(circumstances.get(member.value()))
                                .gate()
                        == Gate.COMMON_GROUND)
                .forEach(asking::add);
        asking.removeAll(grounds.sharing(viewer.id(), asking));
        return asking.stream().map(MemberId::value).collect(Collectors.toSet());
    }

    /// Looked up only for a lens that looks at it.
    private Map<MemberId, Double> nearness(Viewer viewer, Lens lens, Collection<Judgement> judgements) {
        return lens.nearnessWeight() > 0
                ? areas.nearness(
                        viewer, judgements.stream().map(Judgement::member).toList())
                : Map.of();
    }

    private Map<Long, Double> between(Viewer viewer, Lens lens) {
        Instant now = clock.instant();
        Set<Long> leftOut =
                store.leftOut(viewer.id(), now.minus(MEMORY), now.minus(MEMORY_OF_INVITATIONS), MOST_LEFT_OUT);
        List<Long> named = named(viewer, lens)
                .map(MemberId::value)
                .filter(key -> !leftOut.contains(key))
                .distinct()
                .limit(ProspectSearch.MOST_TO_CHOOSE_FROM)
                .toList();
        return graph.ask(
                viewer.id(),
                (whole, rule) -> new ProspectSearch(whole, viewer.id().value(), rule).prospects(named, leftOut));
    }

    /// Those found by what they share with the viewer, the most promising first.
    private Stream<MemberId> named(Viewer viewer, Lens lens) {
        Stream<MemberId> near =
                lens.nearnessWeight() > 0 ? areas.sameArea(viewer, ProspectSearch.MOST_NAMED).stream() : Stream.of();
        return Stream.concat(near, relevance.sharingRareTraits(viewer, ProspectSearch.MOST_TO_CHOOSE_FROM).stream());
    }

    private Closures closures(Viewer viewer) {
        return keys -> graph.ask(
                viewer.id(),
                (whole, rule) -> new ProspectSearch(whole, viewer.id().value(), rule).closures(keys));
    }

    private Map<Long, Judgement> judgements(Viewer viewer, Collection<Long> keys) {
        Map<Long, Judgement> judgements = new HashMap<>();
        List<MemberId> asked = keys.stream().map(MemberId::new).toList();
        for (Judgement judgement : relevance.judge(viewer, asked)) {
            judgements.put(judgement.member().value(), judgement);
        }
        return judgements;
    }

    private Prospect prospect(Judgement judgement, double nearness, double damped, Circumstances circumstances) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Prospect(
                judgement.member().value(),
                damped,
                judgement.probability(),
                nearness,
                SuggestionModel.availability(
                        circumstances.waitingCount(), ChronoUnit.DAYS.between(circumstances.seenOn(), today)));
    }

    private List<Suggestion> shown(
            Viewer viewer, Slate slate, Map<Long, Circumstances> circumstances, Map<Long, Judgement> judgements) {
        List<MemberId> ids = slate.seats().stream()
                .map(seat -> new MemberId(seat.scored().prospect().key()))
                .toList();
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, ids);
        List<Suggestion> shown = new ArrayList<>();
        for (Slate.Seat seat : slate.seats()) {
            long key = seat.scored().prospect().key();
            Acquaintance person = people.get(new MemberId(key));
            if (person != null) { // gone a moment ago
                shown.add(new Suggestion(
                        person,
                        shown.size() + 1,
                        seat.scored().prospect(),
                        seat.closure(),
                        seat.scored().score(),
                        Objects.requireNonNull(judgements.get(key)),
                        isByIntroduction(viewer, person, Objects.requireNonNull(circumstances.get(key)))));
            }
        }
        return List.copyOf(shown);
    }

    /// Asked for those on the slate who want to be introduced, which are few.
    private boolean isByIntroduction(Viewer viewer, Acquaintance person, Circumstances circumstances) {
        return circumstances.gate() == Gate.INTRODUCED
                && gates.doorsTo(viewer, person.member().id()) instanceof Door.Closed;
    }

    /// Suggests somebody no more to the viewer, for [#MEMORY]. The other is not told, and nothing of it can be seen.
    public void dismiss(MemberId member, MemberId other) {
        Instant now = clock.instant();
        transactions.run(() -> {
            store.dismiss(member, other, "DISMISSED", now);
            store.forgetOld(member, now.minus(MEMORY), MOST_DISMISSALS);
        });
    }

    /// Takes a dismissal back. False when there was none.
    public boolean restore(MemberId member, MemberId other) {
        return transactions.call(() -> store.restore(member, other));
    }

    /// Whether the member dismissed the other.
    public boolean isDismissed(MemberId member, MemberId other) {
        return store.isDismissed(member, other, clock.instant().minus(MEMORY));
    }

    /// Whom the viewer dismissed, latest first.
    public List<Acquaintance> dismissed(Viewer viewer) {
        List<MemberId> ids = store.dismissed(viewer.id(), clock.instant().minus(MEMORY), DISMISSED_SHOWN);
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .toList();
    }

    /// Whether the member is suggested to others.
    public boolean isSuggested(MemberId member) {
        return store.isSuggested(member).orElse(true);
    }

    /// Says whether the member is suggested to others; from the next slate on.
    public void setSuggested(MemberId member, boolean isSuggested) {
        transactions.run(() -> store.setSuggested(member, isSuggested));
    }

    /// The model with what the operator set.
    public SuggestionModel model() {
        return new SuggestionModel(store.peak().orElse(SuggestionModel.USUAL_PEAK));
    }

    /// Sets `m*`.
    public void setPeak(int peak) {
        transactions.run(() -> store.setPeak(new SuggestionModel(peak).peak()));
    }
}
