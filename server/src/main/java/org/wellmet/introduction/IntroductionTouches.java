package org.wellmet.introduction;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Touches;
import org.wellmet.member.MemberId;

/// An introduction that was passed on is a touch between its asker and its connector. Thread-safe.
@Component
final class IntroductionTouches implements Touches {
    private final ForwardedStore store;

    IntroductionTouches(JdbcClient sql) {
        this.store = new ForwardedStore(sql);
    }

    @Override
    public Map<MemberId, Integer> since(MemberId member, Collection<MemberId> others, Instant then) {
        return store.touches(member, others, then);
    }
}
