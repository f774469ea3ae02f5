package org.wellmet.account;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.wellmet.member.MemberId;

/// Names a session without opening it: its member, and the hash of the secret in the cookie. Immutable.
public record SessionKey(MemberId member, byte[] hash) {
    private static final int HASH_BYTES = 32;

    /// Copies the hash.
    public SessionKey {
        if (hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("a session's hash has 32 bytes, got " + hash.length);
        }
        hash = hash.clone();
    }

    static SessionKey of(MemberSecret cookie) {
        return new SessionKey(cookie.member(), cookie.secret().hash());
    }

    /// The session of this member that a page named by [#name].
    static Optional<SessionKey> parse(MemberId member, String name) {
        try {
            byte[] hash = HexFormat.of().parseHex(name);
            return hash.length == HASH_BYTES ? Optional.of(new SessionKey(member, hash)) : Optional.empty();
        } catch (IllegalArgumentException _) { // not ours
            return Optional.empty();
        }
    }

    /// A copy.
    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /// For addresses on the member's own page; of no use for signing in.
    public String name() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKey key && key.member.equals(member) && Arrays.equals(key.hash, hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
