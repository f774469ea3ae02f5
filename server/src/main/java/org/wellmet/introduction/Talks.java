package org.wellmet.introduction;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Invitation;
import org.wellmet.connection.Invitations;
import org.wellmet.member.MemberId;

/// Where asker and target talk. Thread-safe.
@Component
final class Talks {
    private final Invitations invitations;

    Talks(Invitations invitations) {
        this.invitations = invitations;
    }

    /// The invitation on which they do, for one of them while it waits, as far as they are told.
    Optional<Long> on(Shown one) {
        if (one.step() != Step.IN_TOUCH || one.role() == Role.CONNECTOR) {
            return Optional.empty();
        }
        MemberId asker = one.asker().member().id();
        MemberId target = one.target().member().id();
        Optional<Invitation> waits = one.role() == Role.ASKER
                ? invitations.waitingForInviter(asker, target).or(() -> invitations.waiting(target, asker))
                : invitations.waiting(asker, target).or(() -> invitations.waitingForInviter(target, asker));
        return waits.map(Invitation::id);
    }
}
