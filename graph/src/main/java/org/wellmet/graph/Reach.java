package org.wellmet.graph;

/// How many members are exactly one, two and three steps away from a member, who is not counted.
public record Reach(LogPosition asOf, long first, long second, long third) {
    /// How many members are within three steps.
    public long total() {
        return first + second + third;
    }
}
