package org.wellmet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// The working memory of one question, used again by the next: sets of vertices and lists, lent out empty.
///
/// Confined to one question at a time.
final class Scratch {
    private final Shelf<VertexSet> sets = new Shelf<>(VertexSet::new);
    private final Shelf<NeighborList> lists = new Shelf<>(NeighborList::new);
    private final Shelf<Scores> scores = new Shelf<>(Scores::new);
    private final Shelf<VertexNumbers> numbers = new Shelf<>(VertexNumbers::new);
    private long[] words = {};

    VertexSet set(int vertexCount) {
        VertexSet set = sets.take();
        set.fit(vertexCount);
        return set;
    }

    Scores scores(int vertexCount) {
        Scores taken = scores.take();
        taken.fit(vertexCount);
        return taken;
    }

    VertexNumbers numbers(int vertexCount) {
        VertexNumbers taken = numbers.take();
        taken.fit(vertexCount);
        return taken;
    }

    NeighborList list() {
        return lists.take();
    }

    /// Zeroed words with a bit for each vertex; one user at a time.
    long[] words(int vertexCount) {
        int needed = (vertexCount + 63) >> 6;
        if (words.length < needed) {
            words = new long[needed + needed / 8];
        } else {
            Arrays.fill(words, 0);
        }
        return words;
    }

    /// Takes everything back that was lent out.
    void reset() {
        sets.lent().forEach(VertexSet::clear);
        scores.lent().forEach(Scores::clear);
        numbers.lent().forEach(VertexNumbers::clear);
        sets.reset();
        lists.reset();
        scores.reset();
        numbers.reset();
    }

    /// Things lent out in order and taken back all at once.
    private static final class Shelf<T> {
        private final List<T> things = new ArrayList<>();
        private final Supplier<T> maker;
        private int lentCount;

        Shelf(Supplier<T> maker) {
            this.maker = maker;
        }

        T take() {
            if (lentCount == things.size()) {
                things.add(maker.get());
            }
            return things.get(lentCount++);
        }

        List<T> lent() {
            return things.subList(0, lentCount);
        }

        void reset() {
            lentCount = 0;
        }
    }
}
