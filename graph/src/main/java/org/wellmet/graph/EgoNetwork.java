package org.wellmet.graph;

import java.util.List;

/// A member's network: their connections (alters) and the ties among these. With `n` alters and `t` ties:
///
/// - `effectiveSize` is `n - 2t/n` and `efficiency` is that divided by `n` (Burt, *Structural Holes*, 1992, as
///   simplified by Borgatti, 1997).
/// - `constraint` is Burt's: the sum over alters `j` of `(p_ij + Σ_q p_iq p_qj)²`, where each member spends the
///   same on every connection, those outside this network included.
/// - `clustering` is the share of pairs of alters who know each other.
/// - `circles` are the communities among the alters, without ego, by the Louvain method with the given seed:
///   largest first.
/// - `bridges` are the ties without which their two alters would not be linked but through ego.
/// - `localBridges` are the alters who know no other: without a mutual connection to ego (Granovetter, 1973).
///
/// All by key. A network with more ties than can be divided in time comes without circles and bridges, and not
/// complete.
public record EgoNetwork(
        LogPosition asOf,
        int alterCount,
        long tieCount,
        double effectiveSize,
        double efficiency,
        double constraint,
        double clustering,
        List<List<Long>> circles,
        List<Tie> bridges,
        List<Long> localBridges,
        boolean isComplete) {

    /// Two alters who know each other, the smaller key first.
    public record Tie(long keyA, long keyB) {}

    public EgoNetwork {
        circles = circles.stream().map(List::copyOf).toList();
        bridges = List.copyOf(bridges);
        localBridges = List.copyOf(localBridges);
    }
}
