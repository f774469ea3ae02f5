package org.wellmet.notification;

import java.time.Instant;
import java.util.List;
import org.wellmet.member.Member;

/// A notification as its reader may see it at one moment; several reactions to one update are one. Immutable.
///
/// @param id of the latest of those that it stands for
/// @param actors those who did it, latest first, at least one
/// @param address where it leads
/// @param summary the beginning of the update or comment it is about, or who else is; may be empty
/// @param at when it last happened
public record ShownNotification(
        long id,
        NotificationKind kind,
        List<Member> actors,
        String address,
        String summary,
        Instant at,
        boolean isRead) {
    public ShownNotification {
        actors = List.copyOf(actors);
        if (actors.isEmpty()) {
            throw new IllegalArgumentException("a notification without an actor must not be shown");
        }
    }

    /// The one who did it last.
    public Member actor() {
        return actors.getFirst();
    }
}
