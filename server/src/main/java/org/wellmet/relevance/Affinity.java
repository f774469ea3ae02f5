package org.wellmet.relevance;

import java.util.function.ToDoubleFunction;

/// How readily holders of one value of a trait tie with holders of another, against what their numbers of ties alone
/// would lead one to expect: the logarithm of the ratio, 0 for "as expected".
@FunctionalInterface
interface Affinity {
    /// Nothing is known.
    Affinity UNKNOWN = _ -> _ -> 0;

    /// From `mine`, the values of one member, to those of another: the mean over both.
    ToDoubleFunction<int[]> toward(int[] mine);
}
