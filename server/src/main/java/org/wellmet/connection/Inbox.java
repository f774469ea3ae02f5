package org.wellmet.connection;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// The invitations that wait for a member or by them, page by page, with the people.
///
/// Whom the viewer may not see is left out, and with them their invitation. Thread-safe.
@Component
final class Inbox {
    private final Invitations invitations;
    private final Acquaintances acquaintances;

    Inbox(Invitations invitations, Acquaintances acquaintances) {
        this.invitations = invitations;
        this.acquaintances = acquaintances;
    }

    /// A page of a list.
    ///
    /// @param next the cursor of the next page, or empty
    record Page(List<Waiting> waiting, String next) {}

    Page received(Viewer viewer, String after) {
        return page(viewer, invitations.received(viewer.id(), after), Invitation::inviter);
    }

    Page sent(Viewer viewer, String after) {
        return page(viewer, invitations.sent(viewer.id(), after), Invitation::invitee);
    }

    private Page page(Viewer viewer, List<Invitation> found, Function<Invitation, MemberId> other) {
        Map<MemberId, Acquaintance> people =
                acquaintances.of(viewer, found.stream().map(other).toList());
        List<Waiting> waiting = found.stream()
                .filter(invitation -> people.containsKey(other.apply(invitation)))
                .map(invitation -> waiting(invitation, people, other))
                .toList();
        String next =
                found.size() < Invitations.PAGE_SIZE ? "" : found.getLast().cursor();
        return new Page(waiting, next);
    }

    private static Waiting waiting(
            Invitation invitation, Map<MemberId, Acquaintance> people, Function<Invitation, MemberId> other) {
        Acquaintance person = people.get(other.apply(invitation));
        if (person == null) {
            throw new IllegalStateException("the page holds only people who were found");
        }
        return new Waiting(invitation, person);
    }
}
