package org.wellmet.graph;

import java.util.List;

/// Which of the shortest paths weighs most, when these edges weigh what they say and every other edge
/// `otherwise`.
public record TrustedPathQuestion(long from, long to, List<WeightedTie> ties, double otherwise) {
    public TrustedPathQuestion {
        ties = List.copyOf(ties);
        if (!Double.isFinite(otherwise)) {
            throw new IllegalArgumentException("weight must be finite, got " + otherwise);
        }
    }
}
