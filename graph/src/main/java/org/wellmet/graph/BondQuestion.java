package org.wellmet.graph;

import java.util.List;

/// What ties one member to each of many others: to compare these with each other.
///
/// `keys` are up to [SocialGraph#MAX_BATCH], some perhaps more than once. `listed` says how many
/// connections of each are handed over, up to [#MAX_LISTED]; with 0, no more is asked about whom the others
/// are connected to than how many they are. `areStrangers` asks how it would be if `from` were connected with
/// none of `keys`: the answer is the one that the graph without these connections gives.
public record BondQuestion(long from, List<Long> keys, int listed, boolean areStrangers) {
    /// The most connections handed over of each: enough to tell what kind of people they are.
    public static final int MAX_LISTED = 500;

    public BondQuestion {
        keys = List.copyOf(keys);
        if (keys.size() > SocialGraph.MAX_BATCH) {
            throw new IllegalArgumentException(
                    "expected at most " + SocialGraph.MAX_BATCH + " keys, got " + keys.size());
        }
        if (listed < 0 || listed > MAX_LISTED) {
            throw new IllegalArgumentException("listed must be within [0, " + MAX_LISTED + "], got " + listed);
        }
    }
}
