package org.wellmet.update;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.PairLock;
import org.wellmet.member.MemberId;
import org.wellmet.update.UpdateStore.Whose;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Leave to do something to an update: what one may not see, one can do nothing to. Thread-safe.
@Component
final class Leave {
    private final UpdateStore store;
    private final PairLock pairLock;
    private final Visibility visibility;

    Leave(JdbcClient sql, PairLock pairLock, Visibility visibility) {
        this.store = new UpdateStore(sql);
        this.pairLock = pairLock;
        this.visibility = visibility;
    }

    /// Whose update it is, if the member may see it; it stays there, and no block comes between the two, until the
    /// caller's transaction ends.
    Optional<Whose> hold(MemberId member, UpdateId id) {
        Optional<Whose> held = store.hold(id);
        held.filter(whose -> !whose.author().equals(member))
                .ifPresent(whose -> pairLock.hold(member.value(), whose.author().value()));
        return held.filter(whose -> visibility.maySee(Viewer.of(member), whose.author(), whose.audience()));
    }

    /// The member's own update, nobody else's to touch until the caller's transaction ends: the lock of a delete is
    /// taken at once, as two deletes that both share the row first would wait for each other.
    Optional<Whose> holdAlone(MemberId author, UpdateId id) {
        return store.holdAlone(author, id)
                .filter(whose -> visibility.maySee(Viewer.of(author), author, whose.audience()));
    }
}
