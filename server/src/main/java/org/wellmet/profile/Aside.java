package org.wellmet.profile;

import java.util.List;
import org.wellmet.connection.CommonGround;
import org.wellmet.member.Member;

/// What stands between a viewer and the member whose profile they read: how near, through whom, what they share.
///
/// @param steps 1, 2 or 3; 0 for the member themselves and for everyone further away
/// @param path from the viewer to the member, both included; empty where there is none or it is a single step
/// @param mutuals the first of the mutual connections
public record Aside(
        Tie tie, int steps, List<Member> path, int mutualCount, List<Member> mutuals, List<CommonGround> common) {
    /// Nothing, for people who are not signed in and for oneself.
    public static final Aside NONE = new Aside(Tie.NONE, 0, List.of(), 0, List.of(), List.of());

    /// What the viewer can do about it.
    public enum Tie {
        /// There is nothing to be done here.
        NONE,
        /// Not connected: the viewer may invite, if the member's gate lets them.
        OPEN,
        /// The viewer's invitation waits.
        INVITED,
        /// The member's invitation waits for the viewer.
        AWAITED,
        CONNECTED
    }

    /// Copies the lists.
    public Aside {
        path = List.copyOf(path);
        mutuals = List.copyOf(mutuals);
        common = List.copyOf(common);
    }

    /// Whether there is anything to show beside the profile.
    public boolean isEmpty() {
        return path.isEmpty() && mutuals.isEmpty() && common.isEmpty();
    }
}
