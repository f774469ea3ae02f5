package org.wellmet.account;

import java.util.Optional;
import org.wellmet.member.MemberId;

/// Hears of those who join by following somebody's personal invitation. Features above this one implement it as beans;
/// joining is told in its own transaction. It opens no door: who may join, and with which proof, is
/// decided without it.
public interface Arrival {
    /// Who invites.
    ///
    /// @param boundTo the only address for which the invitation works; empty for any
    record Host(String name, Optional<EmailAddress> boundTo) {}

    /// Who invites by this secret; empty when it opens nothing. Told to whoever has the secret, and to nobody else.
    ///
    /// @param welcome the hash of the secret
    Optional<Host> host(byte[] welcome);

    /// Somebody has become a member, perhaps one who waits to be let in, and had followed an invitation.
    ///
    /// @param welcome the hash of the secret that they followed, whatever it is worth
    void joined(MemberId member, EmailAddress email, byte[] welcome);

    /// A member takes part from here on, or has signed in again.
    void takesPart(MemberId member);
}
