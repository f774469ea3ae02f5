package org.wellmet.notification;

import java.time.Instant;
import org.wellmet.member.MemberId;

/// A notification that is to be mailed.
///
/// @param untoldSince when the first of those that it stands for happened: several messages on one invitation are one
record DueNotification(long id, NotificationKind kind, MemberId actor, long subjectId, Instant untoldSince) {}
