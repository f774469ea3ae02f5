package org.wellmet.graph;

/// One change of the graph.
///
/// Every change is idempotent: it says what shall hold afterwards, and applying it twice, or applying a part of
/// the log again in its order, ends in the same graph. A change that names a member whom the graph does not hold
/// adds that member; [Disconnect] and [RemoveMember] do not.
public sealed interface GraphChange {
    /// The two are connected.
    record Connect(long keyA, long keyB) implements GraphChange {
        public Connect {
            if (keyA == keyB) {
                throw new IllegalArgumentException("a member cannot connect to itself: key " + keyA);
            }
        }
    }

    /// The two are not connected.
    record Disconnect(long keyA, long keyB) implements GraphChange {}

    /// The member is in the graph.
    record AddMember(long key) implements GraphChange {}

    /// The member is not in the graph, nor is any edge of theirs; what was hidden about them is forgotten.
    record RemoveMember(long key) implements GraphChange {}

    /// The member is left out of every answer (a suspension), while their edges are kept.
    record Hide(long key) implements GraphChange {}

    /// The member is back in the answers, with their edges.
    record Unhide(long key) implements GraphChange {}

    /// The member's connections may be seen by this audience.
    record ShowList(long key, ListAudience audience) implements GraphChange {}
}
