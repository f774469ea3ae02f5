package org.wellmet.introduction;

import java.time.Instant;
import java.util.Optional;

/// How far an introduction is, as one of the three is told.
public enum Step {
    /// Waits for the connector.
    WITH_CONNECTOR,
    /// Passed on, and waits for the target as far as one is told.
    WITH_TARGET,
    /// Passed on, as the connector is told for as long as the target has neither accepted nor written first, and for
    /// ever when that was silence or a no, which are not told apart.
    PASSED_ON,
    /// The target wrote to the asker, and they talk: the connector is told, too.
    IN_TOUCH,
    /// Asker and target are connected by it.
    CONNECTED,
    /// The connector declined and says so, or one declined oneself.
    DECLINED,
    /// Its time went by without an answer.
    LAPSED,
    /// It waits no more: taken back, or no longer possible.
    OVER;

    /// Whether somebody is still to answer.
    public boolean waits() {
        return this == WITH_CONNECTOR || this == WITH_TARGET;
    }

    /// What the member in that role is told; empty when there is nothing there for them.
    static Optional<Step> of(Introduction introduction, Role role, Instant now) {
        return switch (role) {
            case ASKER -> Optional.of(ofAsker(introduction, now));
            case CONNECTOR -> Optional.of(ofConnector(introduction, now));
            case TARGET -> ofTarget(introduction, now);
        };
    }

    static Step ofAsker(Introduction introduction, Instant now) {
        return switch (introduction.status()) {
            case ANSWERED -> IN_TOUCH;
            case ACCEPTED -> CONNECTED;
            case DECLINED -> DECLINED;
            case WITHDRAWN, OVERTAKEN -> OVER;
            case ASKED, FORWARDED, DECLINED_UNSEEN, DECLINED_BY_TARGET, UNHEARD, LAPSED, VOIDED ->
                silence(introduction, now);
        };
    }

    /// *Silence is silence*: what is not told looks as if nobody had answered.
    private static Step silence(Introduction introduction, Instant now) {
        if (introduction.withdrawnAt().isPresent()) {
            return OVER;
        }
        if (!now.isBefore(introduction.expiresAt())) {
            return LAPSED;
        }
        return introduction.forwardedAt().isPresent() ? WITH_TARGET : WITH_CONNECTOR;
    }

    private static Step ofConnector(Introduction introduction, Instant now) {
        if (introduction.forwardedAt().isPresent()) {
            return ofConnectorWhoForwarded(introduction.status());
        }
        return switch (introduction.status()) {
            case ASKED -> now.isBefore(introduction.expiresAt()) ? WITH_CONNECTOR : LAPSED;
            case DECLINED, DECLINED_UNSEEN -> DECLINED;
            case LAPSED -> LAPSED;
            case WITHDRAWN, VOIDED, OVERTAKEN -> OVER;
            case FORWARDED, ANSWERED, ACCEPTED, DECLINED_BY_TARGET, UNHEARD ->
                throw new IllegalStateException("was never forwarded, got " + introduction.status());
        };
    }

    private static Step ofConnectorWhoForwarded(IntroductionStatus status) {
        return switch (status) {
            case ANSWERED -> IN_TOUCH;
            case ACCEPTED -> CONNECTED;
            case ASKED, FORWARDED, DECLINED_UNSEEN, DECLINED, DECLINED_BY_TARGET, UNHEARD -> PASSED_ON;
            case WITHDRAWN, LAPSED, VOIDED, OVERTAKEN -> PASSED_ON;
        };
    }

    private static Optional<Step> ofTarget(Introduction introduction, Instant now) {
        return switch (introduction.status()) {
            case FORWARDED -> introduction.isForwardedAt(now) ? Optional.of(WITH_TARGET) : Optional.empty();
            case ANSWERED -> Optional.of(IN_TOUCH);
            case ACCEPTED -> Optional.of(CONNECTED);
            case DECLINED_BY_TARGET -> Optional.of(DECLINED);
            case ASKED, DECLINED_UNSEEN, DECLINED, UNHEARD, WITHDRAWN, LAPSED, VOIDED, OVERTAKEN -> Optional.empty();
        };
    }
}
