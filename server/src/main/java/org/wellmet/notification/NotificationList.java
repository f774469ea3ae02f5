package org.wellmet.notification;

import java.util.List;
import java.util.Optional;

/// A page of notifications, newest first.
///
/// @param newest up to where this page goes: what "mark all read" marks
/// @param older what to ask for to get the next page; empty at the end
public record NotificationList(List<ShownNotification> notifications, long newest, Optional<String> older) {
    public NotificationList {
        notifications = List.copyOf(notifications);
    }

    /// Whether any on this page is unread.
    public boolean hasUnread() {
        return notifications.stream().anyMatch(notification -> !notification.isRead());
    }
}
