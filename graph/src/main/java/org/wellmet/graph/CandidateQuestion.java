package org.wellmet.graph;

import java.util.Set;

/// Who might be worth meeting, by the company they keep.
///
/// `excluded` are not proposed, but carry others. Mutual connections with more than `maxMutualDegree` connections
/// carry nobody: being known to one who knows everyone says nothing. `carriedByLimit` is how many mutual
/// connections each candidate comes with. Whoever is `named` is answered as well, also when nobody or too little speaks
/// for them, if both ends are in the graph: up to [#MAX_LIMIT] found otherwise, to be compared with those found here.
///
/// `maxEffort` entries are read to find candidates, of those with the fewest connections first. It bounds who is found,
/// and not what is counted: whoever is answered comes with all mutual connections. Edges are counted as they are seen,
/// so where any are hidden, the list of each connection of `from` is also read to tell how long it is: until
/// `maxMutualDegree` edges are passed, and hidden ones beside them. That is beyond `maxEffort`.
public record CandidateQuestion(
        long from,
        int limit,
        ClosenessIndex index,
        Set<Long> excluded,
        Set<Long> named,
        int maxMutualDegree,
        int carriedByLimit,
        long maxEffort) {

    /// The most entries that one question reads to find candidates: a few milliseconds.
    public static final long MAX_EFFORT = 500_000;

    /// The most candidates that one question gives.
    public static final int MAX_LIMIT = 1_000;

    public CandidateQuestion {
        excluded = Set.copyOf(excluded);
        named = Set.copyOf(named);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be within [1, " + MAX_LIMIT + "], got " + limit);
        }
        if (named.size() > MAX_LIMIT) {
            throw new IllegalArgumentException("at most " + MAX_LIMIT + " are named, got " + named.size());
        }
        if (maxEffort < 0 || maxEffort > MAX_EFFORT) {
            throw new IllegalArgumentException("effort must be within [0, " + MAX_EFFORT + "], got " + maxEffort);
        }
        if (maxMutualDegree < 2 || carriedByLimit < 0) {
            throw new IllegalArgumentException("a mutual connection has two connections at least, got "
                    + maxMutualDegree + ", and carries, got " + carriedByLimit);
        }
    }

    /// A question that names nobody, and reads as much as one may.
    public CandidateQuestion(
            long from, int limit, ClosenessIndex index, Set<Long> excluded, int maxMutualDegree, int carriedByLimit) {
        this(from, limit, index, excluded, Set.of(), maxMutualDegree, carriedByLimit, MAX_EFFORT);
    }

    /// The first `limit` by the Adamic-Adar index, each with the three weightiest mutual connections.
    public static CandidateQuestion of(long from, int limit) {
        return new CandidateQuestion(from, limit, ClosenessIndex.ADAMIC_ADAR, Set.of(), Integer.MAX_VALUE, 3);
    }

    /// The same without proposing these.
    public CandidateQuestion excluding(Set<Long> keys) {
        return new CandidateQuestion(from, limit, index, keys, named, maxMutualDegree, carriedByLimit, maxEffort);
    }

    /// The same with these answered in any case.
    public CandidateQuestion naming(Set<Long> keys) {
        return new CandidateQuestion(from, limit, index, excluded, keys, maxMutualDegree, carriedByLimit, maxEffort);
    }

    /// The same for less: no more than so many entries are read to find candidates.
    public CandidateQuestion within(long effort) {
        return new CandidateQuestion(from, limit, index, excluded, named, maxMutualDegree, carriedByLimit, effort);
    }
}
