package org.wellmet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.relevance.Judgement;
import org.wellmet.relevance.Outlook;
import org.wellmet.relevance.RealJudging;
import org.wellmet.relevance.Relevance;
import org.wellmet.relevance.Sharing;
import org.wellmet.suggestion.Closures.Closure;
import org.wellmet.suggestion.Lens;
import org.wellmet.suggestion.Likeness;
import org.wellmet.suggestion.Prospect;
import org.wellmet.suggestion.ProspectSearch;
import org.wellmet.suggestion.Shortlist;
import org.wellmet.suggestion.Slate;
import org.wellmet.suggestion.SuggestionModel;

/// Whole slates without rows and HTTP, step by step as the server draws them: those who share rare traits, those two
/// steps away, their outlooks, the shortlist, judgements in full with their reasons, the balance.
///
/// Confined to one thread.
final class SlatesInMemory {
    private static final ThreadMXBean THREAD_TIMES = ManagementFactory.getThreadMXBean();
    private static final int MOST_WAITING = 23;
    private static final int MOST_DAYS_AWAY = 360;
    private static final long USUAL = -1;

    private final SuggestionModel model = new SuggestionModel(SuggestionModel.USUAL_PEAK);
    private final SocialGraph graph;
    private final GeneratedTraits traits;
    private final RealJudging judging;
    private final Map<Part, Long> partNanos = new EnumMap<>(Part.class);
    private long count;
    private long shown;
    private long since;

    /// What a slate takes.
    private enum Part {
        SHARING_TRAITS,
        TWO_STEPS,
        OUTLOOKS,
        SHORTLIST,
        JUDGEMENTS,
        BALANCE
    }

    SlatesInMemory(SocialGraph graph, GeneratedTraits traits, RealJudging judging) {
        this.graph = graph;
        this.traits = traits;
        this.judging = judging;
    }

    /// The slate of a viewer as the server draws it.
    Slate slate(long viewer, Lens lens) {
        since = THREAD_TIMES.getCurrentThreadCpuTime();
        Set<Long> named = named(viewer);
        end(Part.SHARING_TRAITS);
        ProspectSearch search = search(viewer, USUAL);
        Map<Long, Double> between = between(search, named);
        end(Part.TWO_STEPS);
        List<Prospect> prospects = new ArrayList<>(between.size());
        Map<Long, Integer> mutualCounts = new HashMap<>();
        for (Outlook each : judging.outlooks(viewer, between.keySet())) {
            prospects.add(prospect(viewer, each.member(), each.probability(), each.sharing(), between));
            mutualCounts.put(each.member().value(), each.mutualCount());
        }
        end(Part.OUTLOOKS);
        Map<Long, Closure> closures = Shortlist.of(prospects, model, lens, keys -> search.closures(keys, mutualCounts));
        end(Part.SHORTLIST);
        List<Prospect> judged = judged(viewer, closures.keySet(), Relevance.MOST_LOOKED_AT, between);
        end(Part.JUDGEMENTS);
        Slate slate = Slate.of(judged, model, lens, closures);
        end(Part.BALANCE);
        count++;
        shown += slate.seats().size();
        return slate;
    }

    /// The slate for which all prospects are judged, by as many connections of each as a question may list, and found
    /// with that effort.
    Slate wholeSlate(long viewer, Lens lens, long effort) {
        ProspectSearch search = search(viewer, effort);
        Map<Long, Double> between = between(search, named(viewer));
        List<Prospect> judged = judged(viewer, between.keySet(), RealJudging.MOST_LISTED, between);
        return Slate.of(judged, model, lens, search.closures(between.keySet()));
    }

    private Set<Long> named(long viewer) {
        Set<Long> named = new LinkedHashSet<>();
        for (int other : traits.sharing(viewer, ProspectSearch.MOST_TO_CHOOSE_FROM)) {
            named.add((long) other);
        }
        return named;
    }

    private ProspectSearch search(long viewer, long effort) {
        VisibilityRule rule = VisibilityRule.seenBy(viewer);
        return effort == USUAL
                ? new ProspectSearch(graph, viewer, rule)
                : new ProspectSearch(graph, viewer, rule, effort);
    }

    /// Who has no connection is not in the graph; then it is those named alone.
    private static Map<Long, Double> between(ProspectSearch search, Set<Long> named) {
        Map<Long, Double> between = search.prospects(named, Set.of());
        if (!between.isEmpty()) {
            return between;
        }
        Map<Long, Double> unconnected = new HashMap<>();
        named.stream().limit(ProspectSearch.MOST_NAMED).forEach(key -> unconnected.put(key, 0.0));
        return unconnected;
    }

    private List<Prospect> judged(long viewer, Collection<Long> keys, int listed, Map<Long, Double> between) {
        List<Prospect> judged = new ArrayList<>(keys.size());
        for (Judgement each : judging.judge(viewer, keys, listed)) {
            judged.add(prospect(viewer, each.member(), each.probability(), each.sharing(), between));
        }
        return judged;
    }

    private Prospect prospect(
            long viewer, MemberId member, double probability, Sharing sharing, Map<Long, Double> between) {
        long key = member.value();
        return new Prospect(
                key,
                between.getOrDefault(key, 0.0),
                probability,
                Likeness.of(sharing, traits.isNear(viewer, key) ? 1 : 0),
                SuggestionModel.availability((int) (key % MOST_WAITING), key % MOST_DAYS_AWAY));
    }

    private void end(Part part) {
        long now = THREAD_TIMES.getCurrentThreadCpuTime();
        partNanos.merge(part, now - since, Long::sum);
        since = now;
    }

    /// The mean processor time of each part since the last reset, and how many were suggested.
    String parts() {
        StringBuilder parts = new StringBuilder("processor time in the mean:");
        for (Part part : Part.values()) {
            parts.append(String.format(
                    Locale.ROOT,
                    " %s %.0f µs,",
                    part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    partNanos.getOrDefault(part, 0L) / 1e3 / count));
        }
        return parts.append(String.format(Locale.ROOT, " %.1f suggestions", (double) shown / count))
                .toString();
    }
}
