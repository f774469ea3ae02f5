package org.wellmet.graph;

/// How far apart two members are, as members see it beside a name.
public enum Separation {
    /// The same member.
    SELF,
    /// Directly connected.
    FIRST,
    /// Connected through one member.
    SECOND,
    /// Connected through two members.
    THIRD,
    /// Further away than that, not reachable, or not in the graph.
    OUT_OF_NETWORK;

    private static final Separation[] BY_DISTANCE = {SELF, FIRST, SECOND, THIRD};

    /// The separation at a geodesic distance; a negative distance stands for *unreachable*.
    static Separation atDistance(int distance) {
        return distance < 0 || distance >= BY_DISTANCE.length ? OUT_OF_NETWORK : BY_DISTANCE[distance];
    }
}
