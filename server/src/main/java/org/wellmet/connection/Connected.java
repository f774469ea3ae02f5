package org.wellmet.connection;

import java.util.Map;
import java.util.Optional;
import org.wellmet.member.MemberId;

/// A connection in the viewer's list, with the person.
///
/// @param note what the viewer keeps on it, for their eyes only
public record Connected(Connection connection, Acquaintance other, PrivateNote note) {
    /// Empty when the viewer may not see them.
    static Optional<Connected> of(
            Connection connection, Map<MemberId, Acquaintance> people, Map<MemberId, PrivateNote> notes) {
        return Optional.ofNullable(people.get(connection.other()))
                .map(other ->
                        new Connected(connection, other, notes.getOrDefault(connection.other(), PrivateNote.NONE)));
    }
}
