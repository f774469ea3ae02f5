package org.wellmet.update;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// The updates of a member's connections and their own, newest first: no other order, nothing put in between.
///
/// Thread-safe.
@Component
public final class Feed {
    private final UpdateStore store;
    private final Showing showing;

    Feed(JdbcClient sql, Showing showing) {
        this.store = new UpdateStore(sql);
        this.showing = showing;
    }

    /// A page of the member's feed. Three statements.
    ///
    /// @param before [UpdateList#older] of the page before; empty for the first
    public Optional<UpdateList> page(MemberId member, String before) {
        return Spot.parse(before)
                .map(spot -> Updates.page(
                        store.feed(member, spot, Updates.PAGE_SIZE + 1),
                        rows -> showing.updates(Viewer.of(member), rows)));
    }
}
