package org.wellmet.introduction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wellmet.member.MemberId;

/// An introduction as it stands, whole: for rules. What is shown of it is a [Shown].
///
/// @param expiresAt when the present wait is over; a silent end leaves it as it is
/// @param withdrawnAt when one that had ended in silence ended for its asker, too
record Introduction(
        long id,
        MemberId asker,
        MemberId connector,
        MemberId target,
        IntroductionStatus status,
        IntroductionText toConnector,
        IntroductionText toTarget,
        Optional<IntroductionText> words,
        Optional<DeclineReason> reason,
        Instant askedAt,
        Instant expiresAt,
        Optional<Instant> forwardedAt,
        Optional<Instant> withdrawnAt) {
    /// All three.
    List<MemberId> three() {
        return List.of(asker, connector, target);
    }

    /// What part this member has in it.
    Optional<Role> roleOf(MemberId member) {
        if (member.equals(asker)) {
            return Optional.of(Role.ASKER);
        }
        if (member.equals(connector)) {
            return Optional.of(Role.CONNECTOR);
        }
        return member.equals(target) ? Optional.of(Role.TARGET) : Optional.empty();
    }

    /// Whether it waits for the connector.
    boolean isAskedAt(Instant now) {
        return status == IntroductionStatus.ASKED && now.isBefore(expiresAt);
    }

    /// Whether it waits for the target.
    boolean isForwardedAt(Instant now) {
        return status == IntroductionStatus.FORWARDED && now.isBefore(expiresAt);
    }

    /// Whether it waits in the eyes of its asker, who is not told of a silent end.
    boolean seemsToWaitAt(Instant now) {
        return Step.ofAsker(this, now).waits();
    }
}
