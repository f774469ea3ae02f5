package org.wellmet.relevance;

/// The ties that two members have in common: how many, and the sums of `1/d(w)` and of `1/d(w)^2` over them, with
/// `d(w)` of at least 2.
record Mutual(int count, double allocation, double closeness) {}
