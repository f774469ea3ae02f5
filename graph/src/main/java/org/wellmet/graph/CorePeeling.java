package org.wellmet.graph;

/// Core numbers by taking the vertex with the fewest connections left away, again and again, in linear time
/// (Batagelj, Zaveršnik: *An O(m) algorithm for cores decomposition of networks*, 2003). The paper's `deg`,
/// `vert`, `pos` and `bin` are `lefts`, `order`, `places` and `starts`: `order` holds all vertices by what they
/// have left, and `starts[k]` is where those with `k` begin.
///
/// Confined to one question.
final class CorePeeling {
    private final int[] lefts;
    private final int[] order;
    private final int[] places;
    private final int[] starts;

    private CorePeeling(View view) {
        int count = view.vertexCount();
        lefts = new int[count];
        order = new int[count];
        places = new int[count];
        int most = 0;
        for (int vertex = 0; vertex < count; vertex++) {
            lefts[vertex] = view.degree(vertex);
            most = Math.max(most, lefts[vertex]);
        }
        starts = new int[most + 2];
        for (int left : lefts) {
            starts[left + 1]++;
        }
        for (int left = 1; left < starts.length; left++) {
            starts[left] += starts[left - 1];
        }
        int[] next = starts.clone();
        for (int vertex = 0; vertex < count; vertex++) {
            place(vertex, next[lefts[vertex]]++);
        }
    }

    static int[] cores(View view) {
        CorePeeling peeling = new CorePeeling(view);
        NeighborList list = view.newList();
        for (int i = 0; i < peeling.order.length; i++) {
            int vertex = peeling.order[i];
            view.read(vertex, list);
            for (int j = 0; j < list.length(); j++) {
                int other = list.at(j);
                if (peeling.lefts[other] > peeling.lefts[vertex]) {
                    peeling.takeOne(other);
                }
            }
        }
        return peeling.lefts;
    }

    /// Moves a vertex to the front of those with as many left, which then begin after it.
    private void takeOne(int vertex) {
        int left = lefts[vertex]--;
        int front = starts[left]++;
        int displaced = order[front];
        place(displaced, places[vertex]);
        place(vertex, front);
    }

    private void place(int vertex, int place) {
        order[place] = vertex;
        places[vertex] = place;
    }
}
