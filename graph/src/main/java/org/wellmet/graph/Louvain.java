package org.wellmet.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Communities by the Louvain method (Blondel, Guillaume, Lambiotte, Lefebvre: *Fast unfolding of communities in
/// large networks*, 2008): vertices move to the neighboring community where modularity gains most, until none
/// gains; then communities become vertices and it begins again, until nothing moves.
///
/// Deterministic: the seed decides the order in which vertices are asked, the smaller community wins among equal
/// gains. In the paper's symbols: `m` is half of [#total], `k_i` is `strengths[i]`, `Σ_tot` is `sums[c]`,
/// `k_i,in` is `links.get(c)`.
///
/// Confined to one question.
final class Louvain {
    /// Less is rounding, and could go around in circles.
    private static final double LEAST_GAIN = 1e-9;

    private final SplittableRandom random;
    private final double total;
    private int[] membership;
    private Map<Integer, Map<Integer, Double>> weights = new HashMap<>();

    private Louvain(SmallGraph graph, long seed) {
        this.random = new SplittableRandom(seed);
        this.total = graph.entryCount();
        this.membership = new int[graph.vertexCount()];
        for (int v = 0; v < graph.vertexCount(); v++) {
            membership[v] = v;
            Map<Integer, Double> row = new HashMap<>();
            for (int i = 0; i < graph.degree(v); i++) {
                row.put(graph.neighbor(v, i), 1.0);
            }
            weights.put(v, row);
        }
    }

    /// The community of each vertex, numbered from 0 in the order of their first vertices. About O(edges) a
    /// round.
    static int[] communities(SmallGraph graph, long seed) {
        Louvain louvain = new Louvain(graph, seed);
        while (louvain.round()) {
            // until nothing moves
        }
        return numbered(louvain.membership);
    }

    /// Moves vertices, then makes each community a vertex; whether any moved.
    private boolean round() {
        int count = weights.size();
        int[] communities = new int[count];
        double[] strengths = new double[count];
        for (int v = 0; v < count; v++) {
            communities[v] = v;
            for (double weight : row(v).values()) {
                strengths[v] += weight;
            }
        }
        double[] sums = strengths.clone();
        int[] order = shuffled(count);
        boolean hasMoved = false;
        for (boolean isMoving = true; isMoving; ) {
            isMoving = false;
            for (int v : order) {
                isMoving |= move(v, communities, strengths[v], sums);
            }
            hasMoved |= isMoving;
        }
        if (hasMoved) {
            merge(numbered(communities));
        }
        return hasMoved;
    }

    private Map<Integer, Double> row(int vertex) {
        return weights.getOrDefault(vertex, Map.of());
    }

    private boolean move(int vertex, int[] communities, double strength, double[] sums) {
        int from = communities[vertex];
        Map<Integer, Double> links = new HashMap<>();
        row(vertex).forEach((other, weight) -> {
            if (other != vertex) {
                links.merge(communities[other], weight, Double::sum);
            }
        });
        sums[from] -= strength;
        int best = from;
        double bestGain = gain(links.getOrDefault(from, 0.0), sums[from], strength);
        for (Map.Entry<Integer, Double> link : links.entrySet()) {
            int to = link.getKey();
            double gain = gain(link.getValue(), sums[to], strength);
            boolean isTie = Math.abs(gain - bestGain) <= LEAST_GAIN;
            if (isTie ? best != from && to < best : gain > bestGain) {
                best = to;
                bestGain = gain;
            }
        }
        sums[best] += strength;
        communities[vertex] = best;
        return best != from;
    }

    private double gain(double linkWeight, double communitySum, double strength) {
        return linkWeight - communitySum * strength / total;
    }

    private void merge(int[] communities) {
        Map<Integer, Map<Integer, Double>> merged = new HashMap<>();
        weights.forEach((vertex, row) -> {
            Map<Integer, Double> target = merged.computeIfAbsent(communities[vertex], _ -> new HashMap<>());
            row.forEach((other, weight) -> target.merge(communities[other], weight, Double::sum));
        });
        weights = merged;
        membership = Arrays.stream(membership).map(v -> communities[v]).toArray();
    }

    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static int[] numbered(int[] communities) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(communities)
                .map(community -> {
                    Integer known = numbers.putIfAbsent(community, numbers.size());
                    return known == null ? numbers.size() - 1 : known;
                })
                .toArray();
    }

    /// Newman's modularity of a division: the share of edges inside communities, less what chance would put
    /// there.
    static double modularity(SmallGraph graph, int[] communities) {
        double entries = graph.entryCount();
        Map<Integer, Double> sums = new HashMap<>();
        double inside = 0;
        for (int v = 0; v < graph.vertexCount(); v++) {
            sums.merge(communities[v], (double) graph.degree(v), Double::sum);
            for (int i = 0; i < graph.degree(v); i++) {
                inside += communities[graph.neighbor(v, i)] == communities[v] ? 1 : 0;
            }
        }
        double expected = sums.values().stream()
                .mapToDouble(sum -> sum / entries * sum / entries)
                .sum();
        return inside / entries - expected;
    }
}
