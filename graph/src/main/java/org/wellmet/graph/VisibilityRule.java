package org.wellmet.graph;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/// What the one who asks may see, as data: it goes with every question.
///
/// **The promise.** Each answer is the one that the same question would get from the graph from which everything
/// hidden by the rule has been taken away. So no count, path, mutual connection, score or separation betrays a
/// hidden edge: two graphs that differ only in what is hidden give equal answers. Not promised is that they take
/// the same time, nor that a question too costly for one is too costly for the other.
///
/// **Hidden members.** Members hidden by [GraphChange.Hide] and those in `leftOut` (whom the viewer blocked, who
/// blocked the viewer) are not in the graph, with all their edges.
///
/// **Hidden edges.** The viewer sees their own edges. Any other edge they see when both ends show their list to
/// them, that is, for each end:
///
/// 1. its [ListAudience] is `EVERYONE`, or it is `CONNECTIONS` and the viewer is one, or `seesEveryList` holds,
///    and
/// 2. it is not in `concealed`, the members whose list is hidden from this viewer for any other reason.
///
/// Immutable.
public record VisibilityRule(OptionalLong viewer, boolean seesEveryList, Set<Long> leftOut, Set<Long> concealed) {

    public VisibilityRule {
        leftOut = Set.copyOf(leftOut);
        concealed = Set.copyOf(concealed);
    }

    /// All that a signed-in member may see by the audiences of the lists.
    public static VisibilityRule seenBy(long viewer) {
        return new VisibilityRule(OptionalLong.of(viewer), false, Set.of(), Set.of());
    }

    /// All that one without an account may see by the audiences of the lists.
    public static VisibilityRule seenByAnyone() {
        return new VisibilityRule(OptionalLong.empty(), false, Set.of(), Set.of());
    }

    /// Every edge between members who are not hidden: for computing that nobody is shown as it is, and for
    /// operators.
    public static VisibilityRule everything() {
        return new VisibilityRule(OptionalLong.empty(), true, Set.of(), Set.of());
    }

    /// The same rule with these members left out, too.
    public VisibilityRule leavingOut(Set<Long> keys) {
        return new VisibilityRule(viewer, seesEveryList, union(leftOut, keys), concealed);
    }

    /// The same rule with the lists of these members hidden, too.
    public VisibilityRule concealing(Set<Long> keys) {
        return new VisibilityRule(viewer, seesEveryList, leftOut, union(concealed, keys));
    }

    private static Set<Long> union(Set<Long> some, Set<Long> more) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
