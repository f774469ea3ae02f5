package org.wellmet.notification;

import java.time.Instant;
import org.wellmet.member.MemberId;

/// A notification that is to be mailed.
///
/// @param untoldSince what happened after it is told: several messages on one invitation are one notification
record DueNotification(long id, NotificationKind kind, MemberId actor, long subjectId, Instant untoldSince) {}
