package org.wellmet.suggestion;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wellmet.graph.CandidateQuestion;
import org.wellmet.graph.ClosenessIndex;
import org.wellmet.graph.MutualConnections;
import org.wellmet.graph.Separation;
import org.wellmet.graph.Separations;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.suggestion.Closures.Closure;

/// Asks the graph for those two steps away, and for what stands between the viewer and each of them.
///
/// Cost: the lists of the viewer's connections that are no longer than [#MOST_MUTUAL_DEGREE], and the lists of those
/// whose closure is asked for. Nothing here depends on the size of the network.
///
/// Immutable, for one viewer and one graph.
public final class ProspectSearch {
    /// At most so many are judged.
    public static final int MOST = 300;

    /// At most so many of them are named by shared traits.
    public static final int MOST_NAMED = 120;

    /// So many may be named to choose them from, as many of those who share much are connected already.
    public static final int MOST_TO_CHOOSE_FROM = 600;

    /// Who knows more people than this speaks for nobody: it bounds the work, and says little anyway.
    public static final int MOST_MUTUAL_DEGREE = 500;

    private final SocialGraph graph;
    private final long viewer;
    private final VisibilityRule rule;

    /// Asks that graph in the name of a viewer.
    public ProspectSearch(SocialGraph graph, long viewer, VisibilityRule rule) {
        this.graph = graph;
        this.viewer = viewer;
        this.rule = rule;
    }

    /// Those two steps away and those named, without the excluded and the viewer's connections, by key, the nearest
    /// first: how many mutual connections, damped by their degrees. Who is named and not in the graph is not in the
    /// answer.
    public Map<Long, Double> prospects(Collection<Long> named, Set<Long> excluded) {
        Set<Long> farthest = farthest(named);
        return graph.candidateScores(
                new CandidateQuestion(
                        viewer,
                        MOST - farthest.size(),
                        ClosenessIndex.DAMPED_COUNT,
                        excluded,
                        farthest,
                        MOST_MUTUAL_DEGREE,
                        0),
                rule);
    }

    /// Of those named, who are not connected to the viewer: first those whom the graph's two steps do not reach,
    /// as nothing else brings them, in the order given.
    private Set<Long> farthest(Collection<Long> named) {
        Separations separations = graph.separations(viewer, named, rule);
        return named.stream()
                .filter(key -> separations.to(key) != Separation.FIRST)
                .sorted(Comparator.comparing(key -> separations.to(key) == Separation.SECOND))
                .limit(MOST_NAMED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What a connection to each of these would do to the viewer's circles, by all mutual connections that the
    /// viewer may know of. Cost: the lists of those asked for, and those of their one or two mutual connections.
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
