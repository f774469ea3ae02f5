package org.wellmet.suggestion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.ViewedGraph;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Areas;
import org.wellmet.relevance.Judgement;
import org.wellmet.relevance.Outlook;
import org.wellmet.relevance.Relevance;
import org.wellmet.relevance.Sharing;
import org.wellmet.suggestion.Closures.Closure;
import org.wellmet.suggestion.SuggestionStore.Circumstances;
import org.wellmet.visibility.Viewer;

/// Finds prospects, takes out who is not to be suggested, judges those in full who lead by their outlook, and draws a
/// slate from them.
///
/// Each slate is made anew from the graph as it stands: a connection made a moment ago counts. What statements it takes
/// does not grow with the prospects, but for strangers who were introduced to the viewer or came here by them.
///
/// Thread-safe.
@Component
final class SlateDrawing {
    /// The most of each kind that are left out at once: beyond what allowances let happen in a year.
    private static final int MOST_LEFT_OUT = 5_000;

    private final ViewedGraph graph;
    private final Relevance relevance;
    private final Gates gates;
    private final Areas areas;
    private final SuggestionStore store;
    private final InstantSource clock;

    SlateDrawing(
            ViewedGraph graph, Relevance relevance, Gates gates, Areas areas, JdbcClient sql, InstantSource clock) {
        this.graph = graph;
        this.relevance = relevance;
        this.gates = gates;
        this.areas = areas;
        this.store = new SuggestionStore(sql);
        this.clock = clock;
    }

    /// A slate with what it was drawn from, by key.
    record Drawn(Slate slate, Map<Long, Circumstances> circumstances, Map<Long, Judgement> judgements) {
        Judgement judgement(MemberId member) {
            return Objects.requireNonNull(judgements.get(member.value()));
        }

        Gate gate(MemberId member) {
            return Objects.requireNonNull(circumstances.get(member.value())).gate();
        }
    }

    /// The slate of a signed-in viewer.
    Drawn slate(Viewer viewer, SuggestionModel model, Lens lens) {
        Map<Long, Double> between = between(viewer, lens);
        Map<Long, Circumstances> circumstances = store.circumstances(between.keySet(), clock.instant());
        circumstances.keySet().removeAll(strangersTo(viewer, circumstances, between));
        List<MemberId> ids = circumstances.keySet().stream().map(MemberId::new).toList();
        Prospects known = new Prospects(between, circumstances, nearness(viewer, lens, ids), today());
        List<Outlook> outlooks = relevance.outlooks(viewer, ids);
        Map<Long, Closure> closures = graph.ask(
                viewer.id(),
                (whole, rule) ->
                        shortlist(new ProspectSearch(whole, viewer.id().value(), rule), known, outlooks, model, lens));
        List<Judgement> judged = relevance.judge(
                viewer, closures.keySet().stream().map(MemberId::new).toList());
        Map<Long, Judgement> judgements = new HashMap<>();
        List<Prospect> prospects = new ArrayList<>();
        for (Judgement judgement : judged) {
            judgements.put(judgement.member().value(), judgement);
            prospects.add(known.of(judgement));
        }
        return new Drawn(Slate.of(prospects, model, lens, closures), circumstances, judgements);
    }

    private static Map<Long, Closure> shortlist(
            ProspectSearch search, Prospects known, List<Outlook> outlooks, SuggestionModel model, Lens lens) {
        Map<Long, Integer> mutualCounts = outlooks.stream()
                .collect(Collectors.toMap(outlook -> outlook.member().value(), Outlook::mutualCount));
        return Shortlist.of(known.of(outlooks), model, lens, keys -> search.closures(keys, mutualCounts));
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// Makes prospects of those who were judged, or are about to be, with what else is known of them.
    private record Prospects(
            Map<Long, Double> between,
            Map<Long, Circumstances> circumstances,
            Map<MemberId, Double> nearness,
            LocalDate today) {
        List<Prospect> of(List<Outlook> outlooks) {
            return outlooks.stream()
                    .map(outlook -> of(outlook.member(), outlook.probability(), outlook.sharing()))
                    .toList();
        }

        Prospect of(Judgement judgement) {
            return of(judgement.member(), judgement.probability(), judgement.sharing());
        }

        private Prospect of(MemberId member, double probability, Sharing sharing) {
            long key = member.value();
            Circumstances own = Objects.requireNonNull(circumstances.get(key));
            return new Prospect(
                    key,
                    between.getOrDefault(key, 0.0),
                    probability,
                    Likeness.of(sharing, nearness.getOrDefault(member, 0.0)),
                    SuggestionModel.availability(own.waitingCount(), ChronoUnit.DAYS.between(own.seenOn(), today)));
        }
    }

    /// Those with whom the viewer has no mutual connection, and whose gate is closed to an invitation, be it that
    /// they take no strangers or that their week is full: no suggestion tells the one from the other. A mutual
    /// connection opens every gate that is not closed to all, or leads to an introduction.
    private Set<Long> strangersTo(Viewer viewer, Map<Long, Circumstances> circumstances, Map<Long, Double> between) {
        Set<MemberId> unconnected = circumstances.keySet().stream()
                .filter(key -> between.getOrDefault(key, 0.0) == 0)
                .map(MemberId::new)
                .collect(Collectors.toSet());
        unconnected.removeAll(gates.openOf(viewer, unconnected));
        return unconnected.stream().map(MemberId::value).collect(Collectors.toSet());
    }

    /// Looked up only for a lens that looks at it.
    private Map<MemberId, Double> nearness(Viewer viewer, Lens lens, Collection<MemberId> members) {
        return lens.exponent(Factor.NEAR) > 0 ? areas.nearness(viewer, members) : Map.of();
    }

    private Map<Long, Double> between(Viewer viewer, Lens lens) {
        Instant now = clock.instant();
        Set<Long> leftOut = store.leftOut(
                viewer.id(),
                now.minus(Suggestions.MEMORY),
                now.minus(Suggestions.MEMORY_OF_INVITATIONS),
                MOST_LEFT_OUT);
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
        Stream<MemberId> near = lens.exponent(Factor.NEAR) > 0
                ? areas.sameArea(viewer, ProspectSearch.MOST_NAMED).stream()
                : Stream.of();
        return Stream.concat(near, relevance.sharingRareTraits(viewer, ProspectSearch.MOST_TO_CHOOSE_FROM).stream());
    }
}
