package org.wellmet.connection;

import java.util.List;
import org.wellmet.member.MemberId;

/// The mutual connections of the viewer and another member that the viewer may know of: how many, and the first of
/// them.
public record Mutuals(int count, List<MemberId> first) {
    /// None.
    public static final Mutuals NONE = new Mutuals(0, List.of());

    public Mutuals {
        first = List.copyOf(first);
    }
}
