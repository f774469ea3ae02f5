package org.wellmet.connection;

import java.util.List;

/// An invitation as one of its two sides reads it, with what both have said on it.
///
/// @param other the other side
/// @param isMine whether the reader is its inviter
/// @param isWaiting whether it waits, as far as the reader is told
/// @param maySay whether the reader may write another message
public record Exchange(
        Invitation invitation,
        Acquaintance other,
        List<Message> messages,
        boolean isMine,
        boolean isWaiting,
        boolean maySay) {
    public Exchange {
        messages = List.copyOf(messages);
    }
}
