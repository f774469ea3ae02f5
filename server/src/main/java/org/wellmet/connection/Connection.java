package org.wellmet.connection;

import java.time.Instant;
import java.util.Optional;
import org.wellmet.member.MemberId;

/// One connection of a member: the other side, and since when.
public record Connection(MemberId other, Instant since) {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /// Before the first connection of any list: where paging starts.
    static final Connection START = new Connection(new MemberId(Long.MAX_VALUE), END_OF_TIME);

    /// A place in a list as it stands in an address, for going on after it.
    public String cursor() {
        return Cursors.write(since, other.value());
    }

    /// The place that an address names; the start when it names none.
    static Connection parse(String cursor) {
        Optional<Cursors.Place> place = Cursors.read(cursor);
        return place.map(found -> new Connection(new MemberId(found.id()), found.at()))
                .orElse(START);
    }
}
