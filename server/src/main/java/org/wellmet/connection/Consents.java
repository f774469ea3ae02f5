package org.wellmet.connection;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Connects two members who both said elsewhere that they wish it: one asked, the other accepted.
///
/// Thread-safe.
@Component
public final class Consents {
    private final Ties ties;
    private final InvitationStore invitations;

    Consents(Ties ties, JdbcClient sql) {
        this.ties = ties;
        this.invitations = new InvitationStore(sql);
    }

    /// Connects the two in the caller's transaction, which holds their pair lock; an invitation that waits between them
    /// has nothing left to ask for and ends. False when they were connected already.
    public boolean connect(MemberId accepter, MemberId asker, Instant at) {
        boolean isNew = ties.connect(accepter, asker, at);
        if (isNew) {
            invitations.supersede(accepter, asker, at);
        }
        return isNew;
    }
}
