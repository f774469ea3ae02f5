package org.wellmet.profile;

import java.util.List;
import java.util.Optional;
import org.wellmet.connection.CommonGround;
import org.wellmet.connection.PrivateNote;
import org.wellmet.member.Member;

/// What stands between a viewer and the member whose profile they read: how near, through whom, what they share.
///
/// @param steps 1, 2 or 3; 0 for the member themselves and for everyone further away
/// @param path from the viewer to the member, both included; empty where there is none or it is a single step
/// @param mutuals the first of the mutual connections
public record Aside(
        Tie tie, int steps, List<Member> path, int mutualCount, List<Member> mutuals, List<CommonGround> common) {
    /// Nothing, for people who are not signed in and for oneself.
    public static final Aside NONE = new Aside(new Tie.None(), 0, List.of(), 0, List.of(), List.of());

    /// Copies the lists.
    public Aside {
        path = List.copyOf(path);
        mutuals = List.copyOf(mutuals);
        common = List.copyOf(common);
    }

    /// Whether there is anything to show beside the profile.
    public boolean isEmpty() {
        return path.isEmpty() && mutuals.isEmpty() && common.isEmpty() && note().isEmpty();
    }

    /// What the viewer keeps for themselves on the connection; empty where there is none.
    public Optional<PrivateNote> note() {
        return tie instanceof Tie.Connected(PrivateNote note) ? Optional.of(note) : Optional.empty();
    }
}
