package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/// Two-step neighbors by the weight of the mutual connections in between.
///
/// The neighbors of the start give their weight to everyone on their list, those with the fewest connections
/// first: they weigh most and cost least. When the next would go beyond what one question may read, the rest is
/// left out.
///
/// Confined to one question.
final class CandidateSearch {
    /// The most entries read from the lists of mutual connections: a few milliseconds.
    static final long MAX_EFFORT = 500_000;

    /// How many entries of a list are read in the time of one look into a sorted list.
    private static final int ENTRIES_PER_LOOK = 16;

    private final View view;
    private final CandidateQuestion question;
    private final VertexSet first;
    private final Scores scores;
    private final NeighborList list;
    private final List<Mutual> carriers = new ArrayList<>();
    private final VertexSet carrierSet;
    private long[] vertexAndRank = {};

    /// A neighbor of the start that gives its weight.
    private record Mutual(int vertex, long key, int degree) {
        static final Comparator<Mutual> WEIGHTIEST =
                Comparator.comparingInt(Mutual::degree).thenComparingLong(Mutual::key);
    }

    /// A vertex with its sum, better ones later.
    private record Scored(int vertex, long key, long units) {
        static final Comparator<Scored> BETTER_LATER =
                Comparator.comparingLong(Scored::units).thenComparing(Scored::key, Comparator.reverseOrder());
    }

    private CandidateSearch(View view, CandidateQuestion question) {
        this.view = view;
        this.question = question;
        this.first = view.newSet();
        this.carrierSet = view.newSet();
        this.scores = view.newScores();
        this.list = view.newList();
    }

    /// O(D), at most [#MAX_EFFORT], plus `limit` times the degree of a candidate.
    static Candidates answer(View view, CandidateQuestion question) {
        int start = view.ordinal(question.from());
        if (start < 0) {
            return new Candidates(view.position(), List.of(), true);
        }
        CandidateSearch search = new CandidateSearch(view, question);
        search.findCarriers(start);
        boolean isComplete = search.spread();
        search.rank();
        List<Candidate> best =
                search.best(start).stream().map(search::candidate).toList();
        return new Candidates(view.position(), best, isComplete);
    }

    private void findCarriers(int start) {
        view.read(start, list);
        first.addAll(list);
        for (int i = 0; i < first.size(); i++) {
            int vertex = first.at(i);
            int degree = view.degree(vertex);
            if (degree >= 2 && degree <= question.maxMutualDegree()) {
                carriers.add(new Mutual(vertex, view.key(vertex), degree));
            }
        }
        carriers.sort(Mutual.WEIGHTIEST);
    }

    /// Gives the weights out; whether all of them.
    private boolean spread() {
        long effortLeft = MAX_EFFORT;
        for (int i = 0; i < carriers.size(); i++) {
            Mutual carrier = carriers.get(i);
            effortLeft -= carrier.degree;
            if (effortLeft < 0) {
                carriers.subList(i, carriers.size()).clear();
                return false;
            }
            view.read(carrier.vertex, list);
            scores.addToEach(list, units(carrier));
            carrierSet.add(carrier.vertex);
        }
        return true;
    }

    /// Numbers the carriers by weight, to be found by vertex: the vertex in the upper half, the rank in the
    /// lower, from 1.
    private void rank() {
        vertexAndRank = new long[carriers.size()];
        for (int rank = 0; rank < vertexAndRank.length; rank++) {
            vertexAndRank[rank] = (long) carriers.get(rank).vertex << 32 | rank + 1;
        }
        Arrays.sort(vertexAndRank);
    }

    private long units(Mutual carrier) {
        return Scores.units(question.index().weight(carrier.degree));
    }

    /// The best, in descending order.
    private List<Scored> best(int start) {
        int[] excluded =
                question.excluded().stream().mapToInt(view::ordinal).sorted().toArray();
        PriorityQueue<Scored> kept = new PriorityQueue<>(Scored.BETTER_LATER);
        long enough = 0;
        for (int i = 0; i < scores.size(); i++) {
            int vertex = scores.vertexAt(i);
            long units = scores.units(vertex);
            if (units < enough
                    || vertex == start
                    || first.contains(vertex)
                    || Arrays.binarySearch(excluded, vertex) >= 0) {
                continue;
            }
            kept.add(new Scored(vertex, view.key(vertex), units));
            if (kept.size() > question.limit()) {
                kept.remove();
                enough = kept.element().units;
            }
        }
        List<Scored> best = new ArrayList<>(kept);
        addNamed(start, excluded, best);
        best.sort(Scored.BETTER_LATER.reversed());
        return best;
    }

    /// Adds those named who are not among the best. O(named · log named + best).
    private void addNamed(int start, int[] excluded, List<Scored> best) {
        if (question.named().isEmpty()) {
            return;
        }
        Set<Long> had = best.stream().map(Scored::key).collect(Collectors.toSet());
        for (long key : question.named()) {
            int vertex = view.ordinal(key);
            boolean isProposed = vertex >= 0
                    && vertex != start
                    && !first.contains(vertex)
                    && Arrays.binarySearch(excluded, vertex) < 0;
            if (isProposed && !had.contains(key)) {
                best.add(new Scored(vertex, key, scores.units(vertex)));
            }
        }
    }

    private Candidate candidate(Scored scored) {
        SmallestKeys ranks = new SmallestKeys(question.carriedByLimit());
        int mutualCount = collectRanks(scored.vertex, ranks);
        List<Long> carriedBy = ranks.toList().stream()
                .map(rank -> carriers.get(rank.intValue()).key)
                .toList();
        return new Candidate(scored.key, Scores.amount(scored.units), mutualCount, carriedBy);
    }

    /// The ranks of the carriers on a candidate's list, and how many they are: looked up one by one, or all at
    /// once in the list read as a whole, whichever costs less.
    private int collectRanks(int vertex, SmallestKeys ranks) {
        boolean isLookedUp = (long) carriers.size() * ENTRIES_PER_LOOK < view.effort(vertex);
        int count = 0;
        if (isLookedUp) {
            for (int rank = 0; rank < carriers.size(); rank++) {
                if (view.contains(carriers.get(rank).vertex, vertex)) {
                    ranks.add(rank);
                    count++;
                }
            }
            return count;
        }
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            if (carrierSet.contains(list.at(i))) {
                ranks.add(rankOf(list.at(i)));
                count++;
            }
        }
        return count;
    }

    private int rankOf(int vertex) {
        return (int) vertexAndRank[-Arrays.binarySearch(vertexAndRank, (long) vertex << 32) - 1]
                - 1; // never found itself
    }
}
