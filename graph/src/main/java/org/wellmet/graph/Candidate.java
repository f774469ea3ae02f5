package org.wellmet.graph;

import java.util.List;

/// A member two steps away, or one asked for by name, with the sum over the mutual connections that speak for them: how
/// many those are, and
/// the weightiest of them, fewest connections first, then by key.
public record Candidate(long key, double score, int mutualCount, List<Long> carriedBy) {
    public Candidate {
        carriedBy = List.copyOf(carriedBy);
        if (!(score >= 0)) {
            throw new IllegalArgumentException("score must not be negative, got " + score);
        }
    }
}
