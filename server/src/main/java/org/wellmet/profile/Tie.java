package org.wellmet.profile;

import org.wellmet.connection.PrivateNote;
import org.wellmet.web.Text;

/// What stands between a viewer and the member whose profile they read, and what the viewer can do about it. Made of
/// what the viewer may know: a closed gate and a decline whose 60 days are over are not told apart.
public sealed interface Tie {
    /// There is nothing to be done here.
    record None() implements Tie {}

    /// Not connected: an invitation may be sent.
    record Open() implements Tie {}

    /// Not connected, and no invitation may be sent.
    ///
    /// @param why said to the viewer
    /// @param hasWays whether the page of the invitation shows what is open instead
    record Shut(Text why, boolean hasWays) implements Tie {}

    /// The viewer's invitation waits.
    record Invited() implements Tie {}

    /// The member's invitation waits for the viewer.
    record Awaited() implements Tie {}

    /// The two are connected.
    ///
    /// @param note what the viewer keeps on it, for their eyes only
    record Connected(PrivateNote note) implements Tie {}
}
