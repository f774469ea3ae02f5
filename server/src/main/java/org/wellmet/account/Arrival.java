package org.wellmet.account;

import org.wellmet.member.MemberId;

/// Hears of those who join by following somebody's personal invitation. Features above this one implement it as beans;
/// joining is told in its own transaction. It opens no door: who may join, and with which proof, is
/// decided without it.
public interface Arrival {
    /// Somebody has become a member, perhaps one who waits to be let in, and had followed an invitation.
    ///
    /// @param welcome the hash of the secret that they followed, whatever it is worth
    void joined(MemberId member, EmailAddress email, byte[] welcome);

    /// A member takes part from here on, or has signed in again.
    void takesPart(MemberId member);
}
