package org.wellmet.suggestion;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wellmet.graph.Candidate;
import org.wellmet.graph.CandidateQuestion;
import org.wellmet.graph.ClosenessIndex;
import org.wellmet.graph.MutualConnections;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;

/// Asks the graph for those two steps away, and for what stands between the viewer and each of them.
///
/// Cost: the lists of the viewer's connections that are no longer than [#MOST_MUTUAL_DEGREE], and the list of each of
/// at
/// most [#MOST] who are found. Nothing here depends on the size of the network.
///
/// Immutable, for one question to one graph.
public final class ProspectSearch {
    /// At most so many are judged.
    public static final int MOST = 300;

    /// At most so many of them are named by shared traits.
    public static final int MOST_NAMED = 120;

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

    /// What stands between the viewer and somebody.
    ///
    /// @param mutualCount all mutual connections that the viewer may know of
    /// @param damped the same, damped by their degrees
    public record Between(int mutualCount, double damped, Effect effect) {
        /// Nothing does.
        public static final Between NOTHING = new Between(0, 0, Effect.OPENS_CIRCLE);
    }

    /// Those two steps away and those named, without the excluded and the viewer's connections, by key; the nearest
    /// first.
    public Map<Long, Between> prospects(Set<Long> named, Set<Long> excluded) {
        CandidateQuestion question = new CandidateQuestion(
                viewer,
                MOST - Math.min(MOST_NAMED, named.size()),
                ClosenessIndex.ADAMIC_ADAR,
                excluded,
                named.stream().limit(MOST_NAMED).collect(Collectors.toUnmodifiableSet()),
                MOST_MUTUAL_DEGREE,
                0);
        Map<Long, Double> found = new LinkedHashMap<>();
        for (Candidate candidate : graph.candidates(question, rule).best()) {
            found.put(candidate.key(), candidate.score());
        }
        return between(found);
    }

    private Map<Long, Between> between(Map<Long, Double> indexes) {
        Map<Long, MutualConnections> mutuals =
                graph.mutualConnections(viewer, indexes.keySet(), SuggestionModel.TRIANGLES, rule);
        Set<Long> inCircles = inCircles(mutuals.values());
        Map<Long, Between> between = new LinkedHashMap<>();
        indexes.forEach((key, index) -> {
            MutualConnections mutual = mutuals.get(key);
            if (mutual != null) {
                double damped = SuggestionModel.damped(mutual.count(), index);
                between.put(key, new Between(mutual.count(), damped, effect(mutual, inCircles)));
            }
        });
        return between;
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
