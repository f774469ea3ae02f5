package org.wellmet.notification;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.wellmet.visibility.Viewers;
import org.wellmet.web.Badge;

/// The count beside the bell. Thread-safe.
@Component
final class NotificationBadge implements Badge {
    private final Notifications notifications;

    NotificationBadge(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String place() {
        return NotificationPages.ADDRESS;
    }

    @Override
    public long count(HttpServletRequest request) {
        return Viewers.current().member().map(notifications::unreadCount).orElse(0L);
    }
}
