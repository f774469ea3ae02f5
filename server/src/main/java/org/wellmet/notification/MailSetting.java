package org.wellmet.notification;

import java.util.Optional;
import java.util.Set;

/// What a member wants by mail. Immutable.
///
/// @param stopped the kinds that are not mailed
public record MailSetting(Set<MailKind> stopped, Optional<QuietHours> quietHours) {
    /// Of a member who never chose: every kind, at any hour.
    static final MailSetting UNCHOSEN = new MailSetting(Set.of(), Optional.empty());

    public MailSetting {
        stopped = Set.copyOf(stopped);
    }

    /// Whether the kind is mailed.
    public boolean isMailed(MailKind kind) {
        return !stopped.contains(kind);
    }
}
