package org.wellmet.connection;

import java.time.Instant;
import org.wellmet.member.MemberId;

/// One message on an invitation.
public record Message(long id, MemberId author, String text, Instant at) {
    /// The longest there may be, in characters.
    public static final int MAX_LENGTH = 600;
}
