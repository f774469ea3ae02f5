package org.wellmet.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wellmet.graph.CandidateQuestion;
import org.wellmet.graph.ClosenessIndex;
import org.wellmet.graph.MutualConnections;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.suggestion.Closures.Closure;

/// Asks the graph for those two steps away, and for what stands between the viewer and each of them.
///
/// Cost: [#EFFORT] entries and 100 for each connection, of the lists that are no longer than [#MOST_MUTUAL_DEGREE], the
/// shortest first, the lists of those found where that was not all, and of those whose closure is asked for. Nothing
/// here depends on the size of the network.
///
/// Immutable, for one viewer and one graph.
public final class ProspectSearch {
    /// At most so many are judged.
    public static final int MOST = 300;

    /// At most so many of them are named by shared traits.
    public static final int MOST_NAMED = 120;

    /// So many may be named to choose them from, as many of those who share much are connected already.
    public static final int MOST_TO_CHOOSE_FROM = 400;

    /// Who knows more people than this speaks for nobody: it bounds the work, and says little anyway.
    public static final int MOST_MUTUAL_DEGREE = 500;

    /// So many entries are read to find those two steps away: bench/RESULTS.md says what more would bring.
    public static final long EFFORT = 20_000;

    /// And so many more for each connection of the viewer's, so that whoever knows thousands is served as well.
    private static final long EFFORT_EACH = 100;

    private final SocialGraph graph;
    private final long effort;
    private final long viewer;
    private final VisibilityRule rule;

    /// Asks that graph in the name of a viewer.
    public ProspectSearch(SocialGraph graph, long viewer, VisibilityRule rule) {
        this(graph, viewer, rule, effort(graph.neighbors(viewer, 0, rule).count()));
    }

    private static long effort(int degree) {
        return Math.min(CandidateQuestion.MAX_EFFORT, EFFORT + EFFORT_EACH * degree);
    }

    /// The same with another effort, to compare.
    public ProspectSearch(SocialGraph graph, long viewer, VisibilityRule rule, long effort) {
        this.graph = graph;
        this.viewer = viewer;
        this.rule = rule;
        this.effort = effort;
    }

    /// Those two steps away and those named, without the excluded and the viewer's connections, by key, the
    /// nearest first: how many mutual connections, damped by their degrees. Who is named and not in the graph is
    /// not in the answer.
    ///
    /// Of those named, those have a place first whom the two steps do not reach, as nothing else brings them, in
    /// the order given.
    public Map<Long, Double> prospects(Collection<Long> named, Set<Long> excluded) {
        Map<Long, Double> found = graph.candidateScores(
                new CandidateQuestion(viewer, MOST, ClosenessIndex.DAMPED_COUNT, excluded, MOST_MUTUAL_DEGREE, 0)
                        .naming(Set.copyOf(named))
                        .within(effort),
                rule);
        Set<Long> farthest = farthest(named, found);
        Map<Long, Double> prospects = LinkedHashMap.newLinkedHashMap(MOST);
        int places = MOST - farthest.size();
        for (Map.Entry<Long, Double> each : found.entrySet()) {
            boolean isAmongBest = places > 0 && each.getValue() > 0;
            places -= isAmongBest ? 1 : 0;
            if (isAmongBest || farthest.contains(each.getKey())) {
                prospects.put(each.getKey(), each.getValue());
            }
        }
        return prospects;
    }

    private static Set<Long> farthest(Collection<Long> named, Map<Long, Double> found) {
        Set<Long> farthest = new HashSet<>();
        for (boolean areReached : new boolean[] {false, true}) {
            for (Long key : named) {
                Double damped = found.get(key);
                if (damped != null && damped > 0 == areReached && farthest.size() < MOST_NAMED) {
                    farthest.add(key);
                }
            }
        }
        return farthest;
    }

    /// What a connection to each of these would do to the viewer's circles, by all mutual connections that the
    /// viewer may know of. Cost: the lists of those who have one or two, and of these.
    ///
    /// @param mutualCounts of all who are asked for
    public Map<Long, Closure> closures(Collection<Long> keys, Map<Long, Integer> mutualCounts) {
        Map<Long, Closure> closures = new HashMap<>();
        List<Long> open = new ArrayList<>();
        for (Long key : keys) {
            int count = mutualCounts.getOrDefault(key, 0);
            if (count == 0) {
                closures.put(key, new Closure(count, Effect.OPENS_CIRCLE));
            } else if (count >= SuggestionModel.TRIANGLES) {
                closures.put(key, new Closure(count, Effect.CLOSES_TRIANGLES));
            } else {
                open.add(key);
            }
        }
        closures.putAll(closures(open));
        return closures;
    }

    /// The same of those of whom nothing is known yet. Cost: the lists of all, and of their one or two mutual
    /// connections.
    public Map<Long, Closure> closures(Collection<Long> keys) {
        Map<Long, MutualConnections> mutuals = graph.mutualConnections(viewer, keys, SuggestionModel.TRIANGLES, rule);
        Set<Long> inCircles = inCircles(mutuals.values());
        Map<Long, Closure> closures = new HashMap<>();
        mutuals.forEach((key, mutual) -> closures.put(key, new Closure(mutual.count(), effect(mutual, inCircles))));
        return closures;
    }

    /// Those of the mutual connections who stand in a circle of the viewer's, as far as it matters.
    private Set<Long> inCircles(Collection<MutualConnections> mutuals) {
        Set<Long> asked = new HashSet<>();
        for (MutualConnections mutual : mutuals) {
            if (mutual.count() < SuggestionModel.TRIANGLES) {
                asked.addAll(mutual.first());
            }
        }
        Set<Long> inCircles = new HashSet<>();
        List<Long> some = asked.stream().limit(SocialGraph.MAX_BATCH).toList();
        graph.mutualConnections(viewer, some, 0, rule).forEach((key, known) -> {
            if (known.count() >= SuggestionModel.CIRCLE_TIES) {
                inCircles.add(key);
            }
        });
        return inCircles;
    }

    private static Effect effect(MutualConnections mutual, Set<Long> inCircles) {
        if (mutual.count() >= SuggestionModel.TRIANGLES) {
            return Effect.CLOSES_TRIANGLES;
        }
        return mutual.first().stream().anyMatch(inCircles::contains) ? Effect.WIDENS_CIRCLE : Effect.OPENS_CIRCLE;
    }
}
