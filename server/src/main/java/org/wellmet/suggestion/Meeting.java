package org.wellmet.suggestion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeListener;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Invitations;
import org.wellmet.member.MemberId;

/// Takes those out of the dismissed whom a member then invites or connects with: a dismissal said that one does not
/// want to meet them. In the transaction that does it. Thread-safe.
@Component
final class Meeting implements ChangeListener {
    private final SuggestionStore store;

    Meeting(JdbcClient sql) {
        this.store = new SuggestionStore(sql);
    }

    @Override
    public void appended(String kind, long memberId, long otherId, long subjectId) {
        switch (kind) {
            case Invitations.SENT -> store.restore(new MemberId(memberId), new MemberId(otherId));
            case Connections.MADE -> {
                store.restore(new MemberId(memberId), new MemberId(otherId));
                store.restore(new MemberId(otherId), new MemberId(memberId));
            }
            default -> {} // brings nobody nearer
        }
    }
}
