package org.wellmet.introduction;

import java.time.Instant;
import java.util.Optional;
import org.wellmet.connection.Acquaintance;

/// An introduction as one of the three may see it: all that pages, JSON and notifications know of it.
///
/// @param toConnector what the asker wrote to the connector; never for the target
/// @param toTarget what the asker wrote for the target
/// @param words what the connector wrote to the target; not for the asker
/// @param reason why the connector declined
/// @param until when the wait is over; empty when nothing waits
public record Shown(
        long id,
        Role role,
        Step step,
        Acquaintance asker,
        Acquaintance connector,
        Acquaintance target,
        Optional<String> toConnector,
        String toTarget,
        Optional<String> words,
        Optional<String> reason,
        Instant askedAt,
        Optional<Instant> until) {
    /// Where its page is.
    public String address() {
        return "/introductions/" + id;
    }

    /// Whether the one who sees it is to answer.
    public boolean isMine() {
        return switch (role) {
            case ASKER -> false;
            case CONNECTOR -> step == Step.WITH_CONNECTOR;
            case TARGET -> step == Step.WITH_TARGET;
        };
    }

    /// Whether the one who sees it can take it back.
    public boolean isRevocable() {
        return role == Role.ASKER && step.waits();
    }

    /// What `role` sees of an introduction that is at `step`.
    static Shown of(Introduction whole, Role role, Step step, Three three) {
        return new Shown(
                whole.id(),
                role,
                step,
                three.asker(),
                three.connector(),
                three.target(),
                role == Role.TARGET
                        ? Optional.empty()
                        : Optional.of(whole.toConnector().text()),
                whole.toTarget().text(),
                role == Role.ASKER ? Optional.empty() : whole.words().map(IntroductionText::text),
                role == Role.TARGET ? Optional.empty() : whole.reason().map(DeclineReason::text),
                whole.askedAt(),
                step.waits() ? Optional.of(whole.expiresAt()) : Optional.empty());
    }

    /// The three as people.
    record Three(Acquaintance asker, Acquaintance connector, Acquaintance target) {}
}
