package org.wellmet.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.GraphChange.Hide;
import org.wellmet.graph.GraphChange.RemoveMember;
import org.wellmet.graph.GraphChange.ShowList;
import org.wellmet.graph.GraphChange.Unhide;

/// The way from one version to the next: what changes is written down as another edition of the delta.
///
/// Confined to the writer.
final class Batch {
    private final Version start;
    private final NeighborList read = new NeighborList();
    private final Marks absent;
    private final Marks hidden;
    private final Marks closed;
    private final Marks toConnections;
    private Ordinals ordinals;
    private Edges edges;
    private int vertexCount;
    private long entryCount;

    Batch(Version start) {
        this.start = start;
        this.ordinals = start.ordinals();
        this.edges = start.edges().next();
        this.vertexCount = start.vertexCount();
        this.entryCount = start.entryCount();
        this.absent = new Marks(start.standing().absent());
        this.hidden = new Marks(start.standing().hidden());
        this.closed = new Marks(start.standing().closed());
        this.toConnections = new Marks(start.standing().toConnections());
    }

    /// The version after these changes, in their order. When it fails, nothing has changed.
    Version after(List<? extends GraphChange> changes, LogPosition upTo) {
        boolean isWhole = false;
        try {
            changes.forEach(this::apply);
            isWhole = true;
        } finally {
            if (!isWhole) {
                start.edges().delta().undo(edges.edition());
                start.ordinals().forget(start.vertexCount());
            }
        }
        return new Version(
                start.position().or(upTo),
                ordinals,
                vertexCount,
                edges.published(),
                new Version.Standing(absent.bits(), hidden.bits(), closed.bits(), toConnections.bits()),
                entryCount);
    }

    private void apply(GraphChange change) {
        switch (change) {
            case Connect(long a, long b) -> connect(present(a), present(b));
            case Disconnect(long a, long b) -> disconnect(find(a), find(b));
            case AddMember(long key) -> present(key);
            case RemoveMember(long key) -> remove(find(key));
            case Hide(long key) -> hidden.set(present(key), true);
            case Unhide(long key) -> hidden.set(present(key), false);
            case ShowList(long key, ListAudience audience) -> show(present(key), audience);
        }
    }

    private int find(long key) {
        int ordinal = ordinals.find(key, vertexCount);
        return ordinal >= 0 && absent.contains(ordinal) ? Ordinals.NONE : ordinal;
    }

    private int present(long key) {
        int ordinal = ordinals.find(key, vertexCount);
        if (ordinal >= 0) {
            absent.set(ordinal, false);
            return ordinal;
        }
        ordinals = ordinals.with(key, vertexCount);
        edges = edges.roomFor(vertexCount + 1);
        return vertexCount++;
    }

    private void connect(int a, int b) {
        if (!edges.contains(a, b)) {
            edges.toggle(a, b, true);
            entryCount += 2;
        }
    }

    private void disconnect(int a, int b) {
        if (a >= 0 && b >= 0 && edges.contains(a, b)) {
            edges.toggle(a, b, false);
            entryCount -= 2;
        }
    }

    private void remove(int vertex) {
        if (vertex < 0) {
            return;
        }
        edges.read(vertex, read);
        for (int i = 0; i < read.length(); i++) {
            disconnect(vertex, read.at(i));
        }
        hidden.set(vertex, false);
        show(vertex, ListAudience.EVERYONE);
        absent.set(vertex, true);
    }

    private void show(int vertex, ListAudience audience) {
        closed.set(vertex, audience != ListAudience.EVERYONE);
        toConnections.set(vertex, audience == ListAudience.CONNECTIONS);
    }

    /// Bits that are copied when the first of them changes.
    private static final class Marks {
        private VertexBits bits;
        private UnaryOperator<VertexBits> ours = VertexBits::copy;

        Marks(VertexBits bits) {
            this.bits = bits;
        }

        void set(int vertex, boolean isMember) {
            if (bits.contains(vertex) != isMember) {
                bits = ours.apply(bits);
                ours = UnaryOperator.identity();
                bits.set(vertex, isMember);
            }
        }

        boolean contains(int vertex) {
            return bits.contains(vertex);
        }

        VertexBits bits() {
            return bits;
        }
    }
}
