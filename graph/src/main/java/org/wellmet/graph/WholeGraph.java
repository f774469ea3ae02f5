package org.wellmet.graph;

import java.util.Map;
import java.util.SortedMap;

/// The network as a whole, as one rule shows it. Each question reads the version that is current when it is
/// asked, and takes from milliseconds to minutes; it keeps that version in memory for so long. Not for a page:
/// for a report.
///
/// Thread-safe.
public final class WholeGraph {
    @SuppressWarnings("UnusedVariable") // held, so that the graph is not closed as forgotten while it is asked
    private final SocialGraph graph;

    private final Versions versions;
    private final VisibilityRule rule;

    WholeGraph(SocialGraph graph, Versions versions, VisibilityRule rule) {
        this.graph = graph;
        this.versions = versions;
        this.rule = rule;
    }

    /// The sizes of the connected components. O(members + edges).
    public Components components() {
        try (View view = versions.look(rule)) {
            return Components.of(view);
        }
    }

    /// How many members have each degree. O(members), or O(edges) when anything is hidden.
    public SortedMap<Integer, Long> degreeDistribution() {
        try (View view = versions.look(rule)) {
            return Degrees.distribution(view);
        }
    }

    /// Clustering over so many members drawn by the seed, or over all if there are no more. O(D) for each.
    public Clustering clustering(int sampleCount, long seed) {
        try (View view = versions.look(rule)) {
            return Clustering.of(view, Sample.of(view, sampleCount, seed));
        }
    }

    /// How many members are in each core, and who is in the innermost. O(members + edges).
    public CoreNumbers coreNumbers() {
        try (View view = versions.look(rule)) {
            return CoreNumbers.of(view);
        }
    }

    /// How far members with the same label are connected with each other beyond chance: 1 with nobody else, 0 by
    /// chance (Newman: *Mixing patterns in networks*, 2003). Members without a label are left out; without any
    /// edge between different labels or any edge at all it is not a number. O(edges).
    public double assortativity(Map<Long, Integer> labels) {
        try (View view = versions.look(rule)) {
            return Assortativity.byLabel(view, labels);
        }
    }

    /// The correlation of the degrees at the two ends of an edge; not a number where all degrees are equal.
    /// O(edges).
    public double degreeAssortativity() {
        try (View view = versions.look(rule)) {
            return Assortativity.byDegree(view);
        }
    }

    /// How far everyone is from so many members drawn by the seed, or from all. O(edges) for each.
    public DistanceDistribution distances(int sampleCount, long seed) {
        try (View view = versions.look(rule)) {
            return DistanceDistribution.of(view, Sample.of(view, sampleCount, seed));
        }
    }

    /// About how many members are within one, two and three steps of each, for all at once, with counters of
    /// `2^precision` bytes for each member, twice. Three rounds of O(edges · 2^precision).
    public ReachEstimates reachOfAll(int precision) {
        try (View view = versions.look(rule)) {
            return HyperBall.run(view, precision);
        }
    }
}
