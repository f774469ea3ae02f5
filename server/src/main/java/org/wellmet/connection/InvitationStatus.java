package org.wellmet.connection;

/// Where an invitation stands; the table in the package doc says how it gets there.
public enum InvitationStatus {
    /// It waits for the invitee's answer.
    PENDING,
    /// It made a connection.
    ACCEPTED,
    /// The invitee declined. To the inviter it goes on to wait.
    DECLINED,
    /// The inviter took it back.
    WITHDRAWN,
    /// Nobody answered in time.
    EXPIRED,
    /// It met one that came the other way, and that one made the connection.
    SUPERSEDED,
    /// A block ended it.
    VOIDED
}
