package org.wellmet.notification;

import java.time.Instant;
import org.wellmet.member.MemberId;

/// A notification as it is stored.
record NotificationRow(long id, NotificationKind kind, MemberId actor, long subjectId, Instant at, boolean isRead) {}
