package org.wellmet.connection;

import org.springframework.stereotype.Component;
import org.wellmet.account.NetworkSettings;
import org.wellmet.mail.Outbox;
import org.wellmet.mail.QueueMailOutcome;
import org.wellmet.member.Members;

/// Writes the mail of an invitation to somebody who is not here, and hands it to the outbox. Thread-safe.
@Component
final class OutsidePost {
    private final Members members;
    private final NetworkSettings network;
    private final Outbox outbox;

    OutsidePost(Members members, NetworkSettings network, Outbox outbox) {
        this.members = members;
        this.network = network;
        this.outbox = outbox;
    }

    /// Whether mails go out by themselves.
    boolean goesOut() {
        return outbox.hasMailServer();
    }

    /// In the caller's transaction, which holds the inviter.
    QueueMailOutcome queue(OutsideMails.Wish wish, String link) {
        String sender = members.find(wish.inviter()).orElseThrow().name();
        OutsideLetter letter = new OutsideLetter(sender, network.name(), wish.why(), link);
        return outbox.queueOutside(letter.to(wish.to(), wish.words()));
    }
}
