package org.wellmet.graph;

/// How often two connections of a member know each other.
///
/// `average` is the mean over members of the share of pairs of their connections who know each other, 0 for fewer
/// than two connections (Watts, Strogatz, 1998). `transitivity` is that share over the pairs of all members
/// together (Newman, Watts, Strogatz, 2002).
public record Clustering(LogPosition asOf, double average, double transitivity, int sampleCount) {

    static Clustering of(View view, int[] sample) {
        double sumOfShares = 0;
        double pairs = 0;
        double closed = 0;
        NeighborList list = view.newList();
        VertexSet around = view.newSet();
        for (int vertex : sample) {
            view.read(vertex, list);
            around.addAll(list);
            double ownPairs = (double) around.size() * (around.size() - 1);
            double ownClosed = tiesTwice(view, around, list);
            pairs += ownPairs;
            closed += ownClosed;
            sumOfShares += ownPairs == 0 ? 0 : ownClosed / ownPairs;
            around.clear();
        }
        return new Clustering(
                view.position(),
                sample.length == 0 ? 0 : sumOfShares / sample.length,
                pairs == 0 ? 0 : closed / pairs,
                sample.length);
    }

    /// The number of entries that the members of a set have within it. O(the sum of their degrees).
    private static long tiesTwice(View view, VertexSet set, NeighborList list) {
        long count = 0;
        for (int i = 0; i < set.size(); i++) {
            view.read(set.at(i), list);
            for (int j = 0; j < list.length(); j++) {
                count += set.contains(list.at(j)) ? 1 : 0;
            }
        }
        return count;
    }
}
