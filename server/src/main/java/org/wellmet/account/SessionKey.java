package org.wellmet.account;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wellmet.member.MemberId;

/// Names a session without opening it: its member, and the hash of the secret in the cookie. Immutable.
///
/// @param name the hash in hexadecimal, for addresses on the member's own page; of no use for signing in
public record SessionKey(MemberId member, String name) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /// Holds the name to its shape.
    public SessionKey {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("a session's name is 64 hexadecimal digits");
        }
    }

    static SessionKey of(MemberSecret cookie) {
        return of(cookie.member(), cookie.secret().hash());
    }

    static SessionKey of(MemberId member, byte[] hash) {
        return new SessionKey(member, HexFormat.of().formatHex(hash));
    }

    /// The session of this member that a page named so.
    static Optional<SessionKey> parse(MemberId member, String name) {
        return SHAPE.matcher(name).matches() ? Optional.of(new SessionKey(member, name)) : Optional.empty();
    }

    byte[] hash() {
        return HexFormat.of().parseHex(name);
    }
}
