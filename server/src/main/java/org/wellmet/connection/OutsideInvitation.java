package org.wellmet.connection;

import java.time.Instant;
import java.util.Optional;

/// An invitation to somebody who is not here, as its inviter reads it.
///
/// @param email the one address that it was mailed to; empty for a link
/// @param note whom it is for, in the inviter's own words
/// @param uses how many came by it
/// @param isAwaited whether somebody came by it to whom nothing of it was delivered
public record OutsideInvitation(
        long id,
        Optional<String> email,
        String note,
        String whyNow,
        int uses,
        int maxUses,
        Instant createdAt,
        Instant expiresAt,
        boolean isRevoked,
        boolean isAwaited) {
    /// Where it stands.
    public enum State {
        /// It opens.
        WAITS,
        /// As many came by it as may.
        USED,
        /// Its inviter took it back.
        REVOKED,
        /// Its 30 days are over.
        EXPIRED
    }

    /// Where it stands at `now`.
    public State stateAt(Instant now) {
        if (isRevoked) {
            return State.REVOKED;
        }
        if (uses >= maxUses) {
            return State.USED;
        }
        return now.isBefore(expiresAt) ? State.WAITS : State.EXPIRED;
    }

    /// Whether taking it back at `now` would still stop anything.
    public boolean mayBeRevoked(Instant now) {
        return !isRevoked && (isAwaited || stateAt(now) == State.WAITS);
    }
}
