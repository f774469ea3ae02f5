package org.wellmet.introduction;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeListener;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Blocks;

/// Ends the introductions that a block, a removed or a made connection leaves without ground, in the transaction that
/// makes it and under the pair lock that it holds.
///
/// Thread-safe.
@Component
final class Voids implements ChangeListener {
    private final IntroductionStore store;
    private final InstantSource clock;

    Voids(JdbcClient sql, InstantSource clock) {
        this.store = new IntroductionStore(sql);
        this.clock = clock;
    }

    @Override
    public void appended(String kind, long memberId, long otherId, long subjectId) {
        switch (kind) {
            case Blocks.LAID, Connections.ENDED ->
                store.voidBetween(new MemberId(memberId), new MemberId(otherId), clock.instant());
            case Connections.MADE -> store.overtake(new MemberId(memberId), new MemberId(otherId), clock.instant());
            default -> {} // leaves introductions as they are
        }
    }
}
