package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// As [#answer], without looking who carries each. O(D), at most [#MAX_EFFORT].
    static Map<Long, Double> scores(View view, CandidateQuestion question) {
        Map<Long, Double> byKey = new LinkedHashMap<>();
        int start = view.ordinal(question.from());
        if (start >= 0) {
            CandidateSearch search = new CandidateSearch(view, question);
            search.findCarriers(start);
            search.spread();
            search.best(start).forEach(scored -> byKey.put(scored.key, Scores.amount(scored.units)));
        }
        return Collections.unmodifiableMap(byKey);
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

    /// The best and those named, in descending order.
    private List<Scored> best(int start) {
        Set<Integer> excluded = question.excluded().stream().map(view::ordinal).collect(Collectors.toSet());
        scores.forget(start);
        for (int i = 0; i < first.size(); i++) {
            scores.forget(first.at(i));
        }
        excluded.stream().filter(vertex -> vertex >= 0).forEach(scores::forget);
        Podium podium = new Podium(view, question.limit());
        scores.forEach(podium);
        List<Scored> best = podium.kept();
        Set<Long> had = best.stream().map(Scored::key).collect(Collectors.toSet());
        for (long key : question.named()) {
            int vertex = view.ordinal(key);
            boolean isProposed =
                    vertex >= 0 && vertex != start && !first.contains(vertex) && !excluded.contains(vertex);
            if (isProposed && had.add(key)) {
                best.add(new Scored(vertex, key, scores.units(vertex)));
            }
        }
        best.sort(Scored.BETTER_LATER.reversed());
        return best;
    }

    /// Those with the greatest sums so far.
    private static final class Podium implements Scores.Taker {
        private final View view;
        private final int limit;
        private final PriorityQueue<Scored> kept = new PriorityQueue<>(Scored.BETTER_LATER);

        Podium(View view, int limit) {
            this.view = view;
            this.limit = limit;
        }

        @Override
        public long take(int vertex, long units) {
            kept.add(new Scored(vertex, view.key(vertex), units));
            if (kept.size() <= limit) {
                return 0;
            }
            kept.remove();
            return kept.element().units;
        }

        List<Scored> kept() {
            return new ArrayList<>(kept);
        }
    }

    private Candidate candidate(Scored scored) {
        int mutualCount = scores.count(scored.vertex);
        List<Long> carriedBy = weightiest(scored.vertex, mutualCount).stream()
                .map(rank -> carriers.get(rank.intValue()).key)
                .toList();
        return new Candidate(scored.key, Scores.amount(scored.units), mutualCount, carriedBy);
    }

    /// The ranks of the weightiest carriers on a candidate's list: looked up one by one from the weightiest on,
    /// or all at once in the list read as a whole, whichever costs less.
    private List<Long> weightiest(int vertex, int mutualCount) {
        if (mutualCount == 0) {
            return List.of(); // asked for by name
        }
        int wanted = Math.min(question.carriedByLimit(), mutualCount);
        SmallestKeys ranks = new SmallestKeys(wanted);
        long looksExpected = (long) carriers.size() * wanted / mutualCount;
        if (looksExpected * ENTRIES_PER_LOOK < view.effort(vertex)) {
            for (int rank = 0, found = 0; found < wanted; rank++) {
                if (view.contains(carriers.get(rank).vertex, vertex)) {
                    ranks.add(rank);
                    found++;
                }
            }
            return ranks.toList();
        }
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            if (carrierSet.contains(list.at(i))) {
                ranks.add(rankOf(list.at(i)));
            }
        }
        return ranks.toList();
    }

    private int rankOf(int vertex) {
        return (int) vertexAndRank[-Arrays.binarySearch(vertexAndRank, (long) vertex << 32) - 1]
                - 1; // never found itself
    }
}
