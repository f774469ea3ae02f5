package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two-step neighbors by the weight of the mutual connections in between.
///
/// The neighbors of the start give their weight to everyone on their list, those with the fewest connections
/// first: they weigh most and cost least. When the next would go beyond what the question may read, the rest finds
/// nobody any more; but those who are found are looked up with the rest, so that their sums are whole.
///
/// Confined to one question.
final class CandidateSearch {
    /// How many entries of a list are read in the time of one look into a sorted list.
    private static final int ENTRIES_PER_LOOK = 16;

    /// Room for all found and all named in the number that they are sorted by.
    private static final int PLACE_BITS = 11;

    private static final int MAX_PLACE = (1 << PLACE_BITS) - 1;

    private final View view;
    private final CandidateQuestion question;
    private final VertexSet first;
    private final Scores scores;
    private final NeighborList list;
    private final List<Mutual> carriers = new ArrayList<>();
    private final VertexSet carrierSet;
    private int readCount;
    private long[] vertexAndRank = {};

    /// A neighbor of the start that gives its weight.
    private record Mutual(int vertex, long key, int degree) {
        static final Comparator<Mutual> WEIGHTIEST =
                Comparator.comparingInt(Mutual::degree).thenComparingLong(Mutual::key);
    }

    /// A vertex with its sum, the best first.
    private record Scored(int vertex, long key, long units) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            return units == other.units ? Long.compare(key, other.key) : Long.compare(other.units, units);
        }
    }

    private CandidateSearch(View view, CandidateQuestion question) {
        this.view = view;
        this.question = question;
        this.first = view.newSet();
        this.carrierSet = view.newSet();
        this.scores = view.newScores();
        this.list = view.newList();
    }

    /// O(D), at most as much as the question says once the lists are counted, plus `limit` times the degree of a
    /// candidate.
    static Candidates answer(View view, CandidateQuestion question) {
        int start = view.ordinal(question.from());
        if (start < 0) {
            return new Candidates(view.position(), List.of(), true);
        }
        CandidateSearch search = new CandidateSearch(view, question);
        search.findCarriers(start);
        boolean isComplete = search.spread();
        List<Candidate> best =
                search.best(start).stream().map(search::candidate).toList();
        return new Candidates(view.position(), best, isComplete);
    }

    /// As [#answer], without looking who carries each. O(D), at most as much as the question says, and when that was
    /// not enough, `limit` times the degree of a candidate.
    static Map<Long, Double> scores(View view, CandidateQuestion question) {
        int start = view.ordinal(question.from());
        if (start < 0) {
            return Map.of();
        }
        CandidateSearch search = new CandidateSearch(view, question);
        search.findCarriers(start);
        search.spread();
        List<Scored> best = search.best(start);
        Map<Long, Double> byKey = LinkedHashMap.newLinkedHashMap(best.size());
        best.forEach(scored -> byKey.put(scored.key, Scores.amount(scored.units)));
        return Collections.unmodifiableMap(byKey);
    }

    private void findCarriers(int start) {
        view.read(start, list);
        first.addAll(list);
        for (int i = 0; i < first.size(); i++) {
            int vertex = first.at(i);
            int degree = view.degreeUpTo(vertex, question.maxMutualDegree());
            if (degree >= 2 && degree <= question.maxMutualDegree()) {
                carriers.add(new Mutual(vertex, view.key(vertex), degree));
            }
        }
        carriers.sort(Mutual.WEIGHTIEST);
    }

    /// Gives the weights out; whether all of them.
    private boolean spread() {
        long effortLeft = question.maxEffort();
        while (readCount < carriers.size()) {
            Mutual carrier = carriers.get(readCount);
            effortLeft -= carrier.degree;
            if (effortLeft < 0) {
                return false;
            }
            view.read(carrier.vertex, list);
            scores.addToEach(list, units(carrier));
            readCount++;
        }
        return true;
    }

    /// Numbers the carriers by weight, to be found by vertex: the vertex in the upper half, the rank in the
    /// lower, from 1.
    private void rank() {
        vertexAndRank = new long[carriers.size()];
        for (int rank = 0; rank < vertexAndRank.length; rank++) {
            int vertex = carriers.get(rank).vertex;
            vertexAndRank[rank] = (long) vertex << 32 | rank + 1;
            carrierSet.add(vertex);
        }
        Arrays.sort(vertexAndRank);
    }

    private long units(Mutual carrier) {
        return Scores.units(question.index().weight(carrier.degree));
    }

    /// The best and those named, in descending order.
    private List<Scored> best(int start) {
        VertexSet excluded = view.newSet();
        excluded.addAll(first);
        excluded.add(start);
        for (long key : question.excluded()) {
            int vertex = view.ordinal(key);
            if (vertex >= 0) {
                excluded.add(vertex);
            }
        }
        for (int i = 0; i < excluded.size(); i++) {
            scores.forget(excluded.at(i));
        }
        VertexSet best = view.newSet();
        for (int vertex : Podium.of(view, scores, question.limit())) {
            best.add(vertex);
        }
        for (long key : question.named()) {
            int vertex = view.ordinal(key);
            if (vertex >= 0 && !excluded.contains(vertex)) {
                best.add(vertex);
            }
        }
        return sorted(best);
    }

    private List<Scored> sorted(VertexSet best) {
        rank();
        Scored[] scored = new Scored[best.size()];
        long[] order = new long[scored.length]; // by what a number is less than the greatest sum, then by place
        for (int i = 0; i < scored.length; i++) {
            int vertex = best.at(i);
            complete(vertex);
            scored[i] = new Scored(vertex, view.key(vertex), scores.units(vertex));
            order[i] = (Scores.MAX_UNITS - scored[i].units) << PLACE_BITS | i;
        }
        Arrays.sort(order);
        Scored[] sorted = new Scored[scored.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = scored[(int) order[i] & MAX_PLACE];
        }
        sortEqual(sorted);
        return List.of(sorted);
    }

    /// Puts those of equal sums, who stand together, in the order of their keys.
    private static void sortEqual(Scored[] sorted) {
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to].units == sorted[from].units) {
                to++;
            }
            if (to - from > 1) {
                Arrays.sort(sorted, from, to);
            }
        }
    }

    /// Adds what those give to the vertex whose lists were not read.
    private void complete(int vertex) {
        int unread = carriers.size() - readCount;
        if (unread == 0) {
            return;
        }
        if ((long) unread * ENTRIES_PER_LOOK < view.effort(vertex)) {
            for (Mutual carrier : carriers.subList(readCount, carriers.size())) {
                if (view.contains(carrier.vertex, vertex)) {
                    scores.add(vertex, units(carrier));
                }
            }
            return;
        }
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            if (carrierSet.contains(list.at(i)) && rankOf(list.at(i)) >= readCount) {
                scores.add(vertex, units(carriers.get(rankOf(list.at(i)))));
            }
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
