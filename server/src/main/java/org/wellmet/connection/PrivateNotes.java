package org.wellmet.connection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// What members keep for themselves on their connections; it goes when the connection goes, with an account too.
///
/// Every answer is to the owner. Thread-safe.
@Component
public final class PrivateNotes {
    private final PrivateNoteStore store;

    PrivateNotes(JdbcClient sql) {
        this.store = new PrivateNoteStore(sql);
    }

    /// The owner's note on the connection; empty when the two are not connected.
    public Optional<PrivateNote> find(MemberId owner, MemberId other) {
        return store.find(owner, other);
    }

    /// The owner's notes on a page of connections; where nothing was kept, none. One statement.
    Map<MemberId, PrivateNote> of(MemberId owner, Collection<MemberId> others) {
        return others.isEmpty() ? Map.of() : store.of(owner, others);
    }

    /// Keeps it in place of what was kept before; false, and nothing changed, when the two are not connected.
    public boolean keep(MemberId owner, MemberId other, PrivateNote note) {
        return store.keep(owner, other, note);
    }
}
