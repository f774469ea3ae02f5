package org.wellmet.introduction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wellmet.connection.PersonWire;

/// An introduction on the wire; what is not for this member is null. `invitation` is where asker and target
/// talk before they decide, told of one introduction and not in lists.
record IntroductionWire(
        long id,
        String role,
        String step,
        PersonWire asker,
        PersonWire connector,
        PersonWire target,
        @Nullable String toConnector,
        String toTarget,
        @Nullable String words,
        @Nullable String reason,
        Instant askedAt,
        @Nullable Instant until,
        @Nullable Long invitation) {
    static IntroductionWire of(Shown shown, @Nullable Long invitation) {
        return new IntroductionWire(
                shown.id(),
                shown.role().name(),
                shown.step().name(),
                PersonWire.of(shown.asker()),
                PersonWire.of(shown.connector()),
                PersonWire.of(shown.target()),
                shown.toConnector().orElse(null),
                shown.toTarget(),
                shown.words().orElse(null),
                shown.reason().orElse(null),
                shown.askedAt(),
                shown.until().orElse(null),
                invitation);
    }
}
