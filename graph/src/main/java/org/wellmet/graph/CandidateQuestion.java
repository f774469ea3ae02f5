package org.wellmet.graph;

import java.util.Set;

/// Who might be worth meeting, by the company they keep.
///
/// `excluded` are not proposed, but carry others. Mutual connections with more than `maxMutualDegree` connections
/// carry nobody: being known to one who knows everyone says nothing. `carriedByLimit` is how many mutual
/// connections each candidate comes with.
public record CandidateQuestion(
        long from, int limit, ClosenessIndex index, Set<Long> excluded, int maxMutualDegree, int carriedByLimit) {

    /// The most candidates that one question gives.
    public static final int MAX_LIMIT = 1_000;

    public CandidateQuestion {
        excluded = Set.copyOf(excluded);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be within [1, " + MAX_LIMIT + "], got " + limit);
        }
        if (maxMutualDegree < 2 || carriedByLimit < 0) {
            throw new IllegalArgumentException("a mutual connection has two connections at least, got "
                    + maxMutualDegree + ", and carries, got " + carriedByLimit);
        }
    }

    /// The first `limit` by the Adamic-Adar index, each with the three weightiest mutual connections.
    public static CandidateQuestion of(long from, int limit) {
        return new CandidateQuestion(from, limit, ClosenessIndex.ADAMIC_ADAR, Set.of(), Integer.MAX_VALUE, 3);
    }

    /// The same without proposing these.
    public CandidateQuestion excluding(Set<Long> keys) {
        return new CandidateQuestion(from, limit, index, keys, maxMutualDegree, carriedByLimit);
    }
}
