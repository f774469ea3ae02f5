package org.wellmet.relevance;

/// How readily holders of one value of a trait tie with holders of another, against what their numbers of ties alone
/// would lead one to expect: the logarithm of the ratio, 0 for "as expected".
@FunctionalInterface
interface Affinity {
    /// Nothing is known.
    Affinity UNKNOWN = (mine, theirs) -> new double[theirs];

    /// For every value below `valueCount`: the mean over `mine`, the values of one member.
    double[] toward(int[] mine, int valueCount);
}
