package org.wellmet.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Newman's mixing coefficients. In the paper's symbols: `Tr e` is `within`, `‖e²‖` is `byChance`.
final class Assortativity {
    private static final int UNLABELED = Integer.MIN_VALUE;

    private Assortativity() {}

    static double byLabel(View view, Map<Long, Integer> labels) {
        int[] labelOf = new int[view.vertexCount()];
        Arrays.fill(labelOf, UNLABELED);
        labels.forEach((key, label) -> {
            int vertex = view.ordinal(key);
            if (vertex >= 0) {
                labelOf[vertex] = label;
            }
        });
        Map<Integer, Double> ends = new HashMap<>();
        double entries = 0;
        double within = 0;
        NeighborList list = view.newList();
        for (int vertex = 0; vertex < labelOf.length; vertex++) {
            if (labelOf[vertex] != UNLABELED) {
                view.read(vertex, list);
                for (int i = 0; i < list.length(); i++) {
                    int otherLabel = labelOf[list.at(i)];
                    if (otherLabel != UNLABELED) {
                        entries++;
                        within += otherLabel == labelOf[vertex] ? 1 : 0;
                        ends.merge(otherLabel, 1.0, Double::sum);
                    }
                }
            }
        }
        double all = entries;
        double byChance = ends.values().stream()
                .mapToDouble(count -> count / all * count / all)
                .sum();
        return (within / all - byChance) / (1 - byChance);
    }

    /// The correlation over all entries; both ends have the same mean and deviation, since each edge counts both
    /// ways.
    static double byDegree(View view) {
        double entries = 0;
        double sum = 0;
        double sumOfSquares = 0;
        double sumOfProducts = 0;
        NeighborList list = view.newList();
        for (int vertex = 0; vertex < view.vertexCount(); vertex++) {
            view.read(vertex, list);
            double degree = list.length();
            entries += degree;
            sum += degree * degree;
            sumOfSquares += degree * degree * degree;
            for (int i = 0; i < list.length(); i++) {
                sumOfProducts += degree * view.degree(list.at(i));
            }
        }
        double mean = sum / entries;
        return (sumOfProducts / entries - mean * mean) / (sumOfSquares / entries - mean * mean);
    }
}
