package org.wellmet.graph;

/// What an edge weighs to the one who asks: any measure of trust or closeness, more is better.
public record WeightedTie(long keyA, long keyB, double weight) {
    public WeightedTie {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight must be finite, got " + weight);
        }
    }
}
