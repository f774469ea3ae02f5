package org.wellmet.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wellmet.graph.ShortestWays.Meeting;

/// The heaviest shortest path, from the end backwards: what the rest of the way weighs at best is known for every
/// vertex on it before any vertex one step earlier is looked at.
///
/// Confined to one question.
final class TrustedPathSearch {
    private final View view;
    private final TrustedPathQuestion question;
    private final NeighborList list;
    private final Map<Long, Double> weights = new HashMap<>();
    private Map<Integer, Rest> best = new HashMap<>();

    /// The best rest of the way from a vertex.
    private record Rest(double weight, List<Long> keys) {
        /// Whether this one, which starts with another vertex, is to be taken instead.
        boolean isBetterThan(Rest other) {
            int byWeight = Double.compare(weight, other.weight);
            return byWeight > 0 || (byWeight == 0 && keys.getFirst() < other.keys.getFirst());
        }
    }

    private TrustedPathSearch(View view, TrustedPathQuestion question) {
        this.view = view;
        this.question = question;
        this.list = view.newList();
        for (WeightedTie tie : question.ties()) {
            weights.put(pair(view.ordinal(tie.keyA()), view.ordinal(tie.keyB())), tie.weight());
        }
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /// As all shortest paths, without writing them down.
    static TrustedPath answer(View view, TrustedPathQuestion question) {
        int from = view.ordinal(question.from());
        int to = view.ordinal(question.to());
        if (from < 0 || to < 0) {
            return new TrustedPath(view.position(), Optional.empty(), 0, true);
        }
        ShortestWays ways = new ShortestWays(view, from, to);
        Meeting meeting = ways.meet();
        if (meeting != Meeting.FOUND) {
            return new TrustedPath(view.position(), Optional.empty(), 0, meeting == Meeting.NONE);
        }
        Rest whole = new TrustedPathSearch(view, question).best(ways.ways(), from, to);
        return new TrustedPath(view.position(), Optional.of(new GraphPath(whole.keys)), whole.weight, true);
    }

    private Rest best(List<VertexSet> ways, int from, int to) {
        Rest end = new Rest(0, List.of(question.to()));
        best.put(to, end);
        for (int distance = ways.size() - 2; distance >= 0; distance--) {
            Map<Integer, Rest> earlier = new HashMap<>();
            VertexSet here = ways.get(distance);
            for (int i = 0; i < here.size(); i++) {
                earlier.put(here.at(i), bestFrom(here.at(i), ways.get(distance + 1)));
            }
            best = earlier;
        }
        return best.getOrDefault(from, end);
    }

    private Rest bestFrom(int vertex, VertexSet next) {
        Rest chosen = new Rest(Double.NEGATIVE_INFINITY, List.of(Long.MAX_VALUE));
        view.read(vertex, list);
        for (int i = 0; i < list.length(); i++) {
            Rest rest = next.contains(list.at(i)) ? best.get(list.at(i)) : null;
            if (rest != null) {
                double weight = weights.getOrDefault(pair(vertex, list.at(i)), question.otherwise());
                Rest longer = new Rest(weight + rest.weight, rest.keys);
                chosen = longer.isBetterThan(chosen) ? longer : chosen;
            }
        }
        List<Long> keys = new ArrayList<>(List.of(view.key(vertex)));
        keys.addAll(chosen.keys);
        return new Rest(chosen.weight, keys);
    }
}
