package org.wellmet.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;
import org.wellmet.graph.GraphChange.Hide;
import org.wellmet.graph.GraphChange.RemoveMember;
import org.wellmet.graph.GraphChange.ShowList;
import org.wellmet.graph.GraphChange.Unhide;

/// The way from one version to the next. Each list that changes is copied once, whatever the number of its
/// changes.
///
/// Confined to the writer.
final class Batch {
    private final Version start;
    private final Map<Integer, EditedList> edited = new HashMap<>();
    private final NeighborList read = new NeighborList();
    private final Marks absent;
    private final Marks hidden;
    private final Marks closed;
    private final Marks toConnections;
    private Ordinals ordinals;
    private int vertexCount;
    private long entryCount;

    Batch(Version start) {
        this.start = start;
        this.ordinals = start.ordinals();
        this.vertexCount = start.vertexCount();
        this.entryCount = start.entryCount();
        this.absent = new Marks(start.standing().absent());
        this.hidden = new Marks(start.standing().hidden());
        this.closed = new Marks(start.standing().closed());
        this.toConnections = new Marks(start.standing().toConnections());
    }

    /// The version after these changes, in their order.
    Version after(List<? extends GraphChange> changes, LogPosition upTo) {
        for (GraphChange change : changes) {
            apply(change);
        }
        Delta.Editor delta = start.delta().edit();
        edited.forEach((vertex, list) -> {
            if (list.hasChanged()) {
                delta.put(vertex, list.finished());
            }
        });
        return new Version(
                start.position().or(upTo),
                ordinals,
                vertexCount,
                start.base(),
                edited.isEmpty() ? start.delta() : delta.toDelta(),
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
        return vertexCount++;
    }

    private void connect(int a, int b) {
        if (list(a).add(b)) {
            list(b).add(a);
            entryCount += 2;
        }
    }

    private void disconnect(int a, int b) {
        if (a >= 0 && b >= 0 && list(a).remove(b)) {
            list(b).remove(a);
            entryCount -= 2;
        }
    }

    private void remove(int vertex) {
        if (vertex < 0) {
            return;
        }
        for (int other : list(vertex).toArray()) {
            disconnect(vertex, other);
        }
        hidden.set(vertex, false);
        show(vertex, ListAudience.EVERYONE);
        absent.set(vertex, true);
    }

    private void show(int vertex, ListAudience audience) {
        closed.set(vertex, audience != ListAudience.EVERYONE);
        toConnections.set(vertex, audience == ListAudience.CONNECTIONS);
    }

    private EditedList list(int vertex) {
        return edited.computeIfAbsent(vertex, v -> {
            start.read(v, read);
            return new EditedList(read);
        });
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
