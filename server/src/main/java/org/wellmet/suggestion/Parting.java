package org.wellmet.suggestion;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeListener;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;

/// Keeps two whose connection ended from being suggested to each other at once: a connection is removed quietly, and
/// a suggestion would tell. In the transaction that ends it. Thread-safe.
@Component
final class Parting implements ChangeListener {
    private final SuggestionStore store;
    private final InstantSource clock;

    Parting(JdbcClient sql, InstantSource clock) {
        this.store = new SuggestionStore(sql);
        this.clock = clock;
    }

    @Override
    public void appended(String kind, long memberId, long otherId, long subjectId) {
        if (kind.equals(Connections.ENDED)) {
            MemberId member = new MemberId(memberId);
            MemberId other = new MemberId(otherId);
            store.dismiss(member, other, "PARTED", clock.instant());
            store.dismiss(other, member, "PARTED", clock.instant());
        }
    }
}
