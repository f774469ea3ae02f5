package org.wellmet.connection;

import java.util.List;
import org.wellmet.member.Member;

/// The mutual connections of a viewer and somebody else, for a line of text: the first of them by name, and how many
/// there are. Nobody whom the viewer may not know of is counted or named.
///
/// @param named at most [#MOST_NAMED]; empty when nobody may be named
public record NamedMutuals(List<Member> named, int count) {
    /// The most that a line names.
    public static final int MOST_NAMED = 1;

    /// None.
    public static final NamedMutuals NONE = new NamedMutuals(List.of(), 0);

    /// Copies the list.
    public NamedMutuals {
        named = List.copyOf(named);
    }

    /// How many are not named.
    public int others() {
        return count - named.size();
    }
}
