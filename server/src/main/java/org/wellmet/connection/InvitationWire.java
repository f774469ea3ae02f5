package org.wellmet.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wellmet.connection.ConnectionApi.AcquaintanceWire;
import org.wellmet.web.Frame;

/// One invitation that waits, with the member on its other side. `check` is the name of a [Check], and
/// `isChecked` holds for all but UNCHECKED; `between` is missing where nobody may be named, and on what one
/// sent.
record InvitationWire(
        long id,
        AcquaintanceWire member,
        String kind,
        String subject,
        boolean isChecked,
        String check,
        String why,
        Instant sentAt,
        Instant expiresAt,
        int messageCount,
        List<String> reasons,
        boolean isFoldedAway,
        @Nullable BetweenWire between) {
    static InvitationWire of(Waiting one, boolean isFoldedAway, Frame frame) {
        InvitationWire plain = of(one.invitation(), one.other(), one.messageCount());
        return new InvitationWire(
                plain.id,
                plain.member,
                plain.kind,
                plain.subject,
                plain.isChecked,
                plain.check,
                plain.why,
                plain.sentAt,
                plain.expiresAt,
                plain.messageCount,
                one.reasons().stream().map(frame::say).toList(),
                isFoldedAway,
                BetweenWire.of(one.mutuals()));
    }

    static InvitationWire of(Invitation invitation, Acquaintance other, int messageCount) {
        return new InvitationWire(
                invitation.id(),
                AcquaintanceWire.of(other),
                invitation.claim().kind().name(),
                invitation.claim().subject(),
                invitation.isChecked(),
                invitation.check().name(),
                invitation.whyNow().text(),
                invitation.sentAt(),
                invitation.expiresAt(),
                messageCount,
                List.of(),
                false,
                null);
    }
}
