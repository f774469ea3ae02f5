package org.wellmet.update;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Touches;
import org.wellmet.member.MemberId;

/// Comments and reactions on each other's updates are touches. Thread-safe.
@Component
final class UpdateTouches implements Touches {
    private final TouchStore store;

    UpdateTouches(JdbcClient sql) {
        this.store = new TouchStore(sql);
    }

    @Override
    public Map<MemberId, Integer> since(MemberId member, Collection<MemberId> others, Instant then) {
        return store.since(member, others, then);
    }
}
