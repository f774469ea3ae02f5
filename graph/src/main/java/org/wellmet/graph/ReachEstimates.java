package org.wellmet.graph;

/// About how many members are within some steps of each member, the member not counted.
///
/// Each estimate has a relative standard error of `relativeError`: two of three are that near, 19 of 20 within
/// twice of it.
///
/// Immutable.
public final class ReachEstimates {
    private final LogPosition asOf;
    private final Ordinals ordinals;
    private final float[][] within;
    private final double relativeError;

    ReachEstimates(View view, float[][] within, double relativeError) {
        this.asOf = view.position();
        this.ordinals = view.ordinals();
        this.within = within;
        this.relativeError = relativeError;
    }

    public LogPosition asOf() {
        return asOf;
    }

    public double relativeError() {
        return relativeError;
    }

    /// About how many are within one, two or three steps; 0 for a member who was not in the graph. O(1).
    public double within(int steps, long key) {
        if (steps < 1 || steps > within.length) {
            throw new IllegalArgumentException("steps must be within [1, " + within.length + "], got " + steps);
        }
        int vertex = ordinals.find(key, within[0].length);
        return vertex < 0 ? 0 : within[steps - 1][vertex];
    }
}
