package org.wellmet.graph;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a [VisibilityRule] hides, in the ordinals of one version.
///
/// A vertex is *gone* when it is not to be in the answer at all, and *barred* when it is gone or its list is
/// hidden. So an edge is seen
///
/// 1. when one end is the viewer and the other is not gone, or
/// 2. when neither end is barred.
///
/// The viewer is barred only when gone. Confined to one question.
final class Sight {
    private final Version version;
    private final int viewer;
    private final int[] leftOut;
    private final long[] barred;

    private Sight(Version version, VisibilityRule rule, long[] words) {
        this.version = version;
        this.viewer = rule.viewer().isPresent() ? version.ordinal(rule.viewer().getAsLong()) : Ordinals.NONE;
        this.leftOut = ordinals(rule.leftOut());
        this.barred = words;
        version.standing().hidden().addTo(words);
        if (!rule.seesEveryList()) {
            version.standing().closed().addTo(words);
            openToViewer();
        }
        for (int vertex : leftOut) {
            set(vertex, true);
        }
        for (int vertex : ordinals(rule.concealed())) {
            set(vertex, true);
        }
        if (viewer >= 0) {
            set(viewer, isGone(viewer));
        }
    }

    /// Null when the rule hides nothing of this version, so that nothing needs to be looked at. O(vertices / 64 +
    /// the viewer's degree + the keys named) otherwise.
    static @Nullable Sight of(VisibilityRule rule, Version version, Scratch scratch) {
        Version.Standing standing = version.standing();
        boolean hidesNothing = standing.hidden().size() == 0
                && (standing.closed().size() == 0 || rule.seesEveryList())
                && rule.leftOut().isEmpty()
                && rule.concealed().isEmpty();
        return hidesNothing ? null : new Sight(version, rule, scratch.words(version.vertexCount()));
    }

    private int[] ordinals(Set<Long> keys) {
        return keys.stream()
                .mapToInt(version::ordinal)
                .filter(vertex -> vertex >= 0)
                .sorted()
                .toArray();
    }

    private void openToViewer() {
        VertexBits toConnections = version.standing().toConnections();
        if (viewer < 0 || toConnections.size() == 0) {
            return;
        }
        NeighborList connections = new NeighborList();
        version.edges().read(viewer, connections);
        for (int i = 0; i < connections.length(); i++) {
            int vertex = connections.at(i);
            if (toConnections.contains(vertex) && !isGone(vertex)) {
                set(vertex, false);
            }
        }
    }

    private void set(int vertex, boolean isBarred) {
        long bit = 1L << vertex;
        barred[vertex >> 6] = isBarred ? barred[vertex >> 6] | bit : barred[vertex >> 6] & ~bit;
    }

    boolean isGone(int vertex) {
        return version.standing().hidden().contains(vertex) || Arrays.binarySearch(leftOut, vertex) >= 0;
    }

    private boolean isBarred(int vertex) {
        return VertexSet.has(barred, vertex);
    }

    /// Whether just the edges to barred vertices are hidden at a vertex: it is neither barred nor the viewer.
    boolean isPlain(int vertex) {
        return vertex != viewer && !isBarred(vertex);
    }

    /// Whether no edge of a vertex is seen but one to the viewer.
    boolean seesViewerAlone(int vertex) {
        return vertex != viewer && isBarred(vertex);
    }

    /// The ordinal of the viewer, or [Ordinals#NONE].
    int viewer() {
        return viewer;
    }

    /// A bit for each barred vertex.
    long[] barred() {
        return barred;
    }

    /// Whether an edge that there is may be seen. O(log of the members left out).
    boolean sees(int vertex, int other) {
        if (vertex == viewer || other == viewer) {
            return !isGone(vertex) && !isGone(other);
        }
        return !isBarred(vertex) && !isBarred(other);
    }

    /// Leaves in a whole list what may be seen of it. O(d).
    void filter(int vertex, NeighborList list) {
        int[] array = list.array();
        int length = list.length();
        int[] kept = list.room(length);
        int keptCount = 0;
        if (vertex == viewer || isBarred(vertex)) {
            for (int i = 0; i < length; i++) {
                if (sees(vertex, array[i])) {
                    kept[keptCount++] = array[i];
                }
            }
        } else {
            for (int i = 0; i < length; i++) {
                int other = array[i];
                kept[keptCount] = other;
                keptCount += (int) (~barred[other >> 6] >>> other & 1);
            }
        }
        list.own(keptCount);
    }

    /// How many of a whole list may be seen. O(d).
    int count(int vertex, NeighborList list) {
        if (!isPlain(vertex)) {
            filter(vertex, list);
            return list.length();
        }
        int[] array = list.array();
        int count = 0;
        for (int i = 0, length = list.length(); i < length; i++) {
            count += (int) (~barred[array[i] >> 6] >>> array[i] & 1);
        }
        return count;
    }
}
