package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The sizes of the connected components, largest first. A member without connections is one by themselves.
public record Components(LogPosition asOf, List<Integer> sizes) {
    public Components {
        sizes = List.copyOf(sizes);
    }

    static Components of(View view) {
        VertexSet seen = view.newSet();
        NeighborList list = view.newList();
        List<Integer> sizes = new ArrayList<>();
        for (int root = 0; root < view.vertexCount(); root++) {
            if (view.isThere(root) && seen.add(root)) {
                int start = seen.size() - 1;
                for (int i = start; i < seen.size(); i++) {
                    view.read(seen.at(i), list);
                    seen.addAll(list);
                }
                sizes.add(seen.size() - start);
            }
        }
        sizes.sort(Comparator.reverseOrder());
        return new Components(view.position(), sizes);
    }
}
