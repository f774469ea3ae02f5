package org.wellmet.graph;

import org.jspecify.annotations.Nullable;

/// One version of the graph as one question may see it. *The only way to the edges*: no question reads a version
/// but through here, so none can forget the rule.
///
/// Confined to one question, which closes it.
final class View implements AutoCloseable {
    private final Version version;
    private final @Nullable Sight sight;
    private final Scratch scratch;
    private final Runnable closing;
    private final NeighborList asked;

    View(Version version, VisibilityRule rule, Scratch scratch, Runnable closing) {
        this.version = version;
        this.scratch = scratch;
        this.closing = closing;
        this.asked = scratch.list();
        this.sight = Sight.of(rule, version, scratch);
    }

    LogPosition position() {
        return version.position();
    }

    /// One more than the greatest ordinal.
    int vertexCount() {
        return version.vertexCount();
    }

    /// The ordinal of a member who is there to be seen, or [Ordinals#NONE]. O(1).
    int ordinal(long key) {
        int vertex = version.ordinal(key);
        return vertex >= 0 && isThere(vertex) ? vertex : Ordinals.NONE;
    }

    /// Whether the ordinal stands for a member who is there to be seen. O(log of the members left out).
    boolean isThere(int vertex) {
        return !version.standing().absent().contains(vertex) && (sight == null || !sight.isGone(vertex));
    }

    /// Which key has which ordinal below [#vertexCount].
    Ordinals ordinals() {
        return version.ordinals();
    }

    long key(int vertex) {
        return version.ordinals().key(vertex);
    }

    /// Reads the edges of a vertex that are seen. O(d).
    void read(int vertex, NeighborList into) {
        version.edges().read(vertex, into);
        if (sight != null) {
            sight.filter(vertex, into);
        }
    }

    /// The number of edges seen at a vertex. O(1) when nothing is hidden, otherwise O(d).
    int degree(int vertex) {
        if (sight == null) {
            return version.edges().degree(vertex);
        }
        if (sight.seesViewerAlone(vertex)) {
            return sight.viewer() >= 0 && contains(vertex, sight.viewer()) ? 1 : 0;
        }
        version.edges().read(vertex, asked);
        return sight.count(vertex, asked);
    }

    /// The number of edges seen at a vertex, or one more than `max` where there are more than that. O(1) when nothing
    /// is hidden, otherwise O(d) up to where so many are seen: by what is seen alone, since a bound on what is
    /// read would betray hidden edges.
    int degreeUpTo(int vertex, int max) {
        if (sight == null || sight.seesViewerAlone(vertex) || effort(vertex) <= max) {
            int degree = degree(vertex);
            return degree > max ? max + 1 : degree;
        }
        Sight eyes = sight;
        return version.edges().countUpTo(vertex, max + 1, other -> eyes.sees(vertex, other));
    }

    /// About how long it takes to read a vertex, hidden edges included: to choose between two ways to the same
    /// answer, never to be in one. O(1).
    int effort(int vertex) {
        return version.edges().degree(vertex);
    }

    /// About how long it takes to read all of a list's vertices. O(list).
    long effort(NeighborList list) {
        long sum = 0;
        for (int i = 0; i < list.length(); i++) {
            sum += version.edges().degree(list.at(i));
        }
        return sum;
    }

    /// About how long it takes to read the lists of all in a set. O(set).
    long effort(VertexSet vertices) {
        long sum = 0;
        for (int i = 0; i < vertices.size(); i++) {
            sum += version.edges().degree(vertices.at(i));
        }
        return sum;
    }

    /// The number of entries of all lists, hidden edges included: for the same purpose as [#effort].
    long entryCount() {
        return version.entryCount();
    }

    /// Whether the two are seen to be connected. O(log d).
    boolean contains(int vertex, int other) {
        return (sight == null || sight.sees(vertex, other)) && version.edges().contains(vertex, other);
    }

    /// Whether a vertex is seen to have a neighbor in the set. O(d), up to the first one found.
    boolean touches(int vertex, VertexSet set) {
        if (sight == null) {
            return version.edges().touches(vertex, set.words(), null);
        }
        if (sight.isPlain(vertex)) {
            return version.edges().touches(vertex, set.words(), sight.barred());
        }
        if (sight.seesViewerAlone(vertex)) {
            int viewer = sight.viewer();
            return viewer >= 0 && set.contains(viewer) && contains(vertex, viewer);
        }
        read(vertex, asked);
        for (int i = 0; i < asked.length(); i++) {
            if (set.contains(asked.at(i))) {
                return true;
            }
        }
        return false;
    }

    /// How many vertices outside of a set are seen to have a neighbor in it; puts them into another set, where there
    /// is one. O(vertices), and O(d) up to the first one found for some.
    int touching(VertexSet set, @Nullable VertexSet into) {
        return new Sweep(this, version.edges(), sight, set).count(into);
    }

    VertexSet newSet() {
        return scratch.set(version.vertexCount());
    }

    NeighborList newList() {
        return scratch.list();
    }

    Scores newScores() {
        return scratch.scores(version.vertexCount());
    }

    VertexNumbers newNumbers() {
        return scratch.numbers(version.vertexCount());
    }

    @Override
    public void close() {
        try {
            scratch.reset();
        } finally {
            closing.run();
        }
    }
}
