package org.wellmet.introduction;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeListener;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Blocks;

/// Ends the introductions that a block, a removed or a made connection leaves without ground, and completes those whose
/// two have talked and connect, in the transaction that makes it and under the pair lock that it holds.
///
/// Thread-safe.
@Component
final class Voids implements ChangeListener {
    private final VoidStore store;
    private final ChangeLog changeLog;
    private final InstantSource clock;

    Voids(JdbcClient sql, ChangeLog changeLog, InstantSource clock) {
        this.store = new VoidStore(sql);
        this.changeLog = changeLog;
        this.clock = clock;
    }

    @Override
    public void appended(String kind, long memberId, long otherId, long subjectId) {
        switch (kind) {
            case Blocks.LAID, Connections.ENDED ->
                store.voidBetween(new MemberId(memberId), new MemberId(otherId), clock.instant());
            case Connections.MADE -> connected(new MemberId(memberId), new MemberId(otherId));
            default -> {} // leaves introductions as they are
        }
    }

    private void connected(MemberId one, MemberId other) {
        store.overtake(one, other, clock.instant());
        for (Introduction introduction : store.complete(one, other)) {
            changeLog.append(
                    Introductions.LED_TO_CONNECTION,
                    introduction.target().value(),
                    introduction.connector().value(),
                    introduction.id());
        }
    }
}
