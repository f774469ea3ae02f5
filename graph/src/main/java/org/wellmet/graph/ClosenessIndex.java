package org.wellmet.graph;

/// How much a mutual connection of degree `d` speaks for two members being close; the index of the two is the
/// sum.
public enum ClosenessIndex {
    /// `1 / ln d` (Adamic, Adar: *Friends and neighbors on the Web*, 2003).
    ADAMIC_ADAR,
    /// `1 / d` (Zhou, Lü, Zhang: *Predicting missing links via local information*, 2009).
    RESOURCE_ALLOCATION,
    /// `ln 50 / ln d`, at most 1: the mutual connections counted, each up to a degree of 50 as one and beyond it damped
    /// like Adamic and Adar do.
    DAMPED_COUNT;

    private static final double WHOLE = Math.log(50);

    /// The weight of a mutual connection, who has two connections at least.
    double weight(int degree) {
        return switch (this) {
            case ADAMIC_ADAR -> 1 / Math.log(degree);
            case RESOURCE_ALLOCATION -> 1.0 / degree;
            case DAMPED_COUNT -> Math.min(1, WHOLE / Math.log(degree));
        };
    }
}
