package org.wellmet.connection;

import java.util.Map;
import java.util.Optional;
import org.wellmet.member.MemberId;

/// A connection in the viewer's list, with the person.
public record Connected(Connection connection, Acquaintance other) {
    /// Empty when the viewer may not see them.
    static Optional<Connected> of(Connection connection, Map<MemberId, Acquaintance> people) {
        return Optional.ofNullable(people.get(connection.other())).map(other -> new Connected(connection, other));
    }
}
