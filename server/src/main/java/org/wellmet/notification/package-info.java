/// What a member is told of: invitations, acceptances, introductions, comments, reactions, mentions.
///
/// A notification is a row of ids, written by [NotificationWriter] in the very transaction of its cause. (A projection
/// that follows the change log would come later by a moment, need a cursor that survives, and know twice what the table
/// knows once.) Reading starts at [Notifications]. What concerns connections is also mailed to who is away:
/// `NotificationMails` says when, `Tidings` what, [MailSettings] what a member wants.
///
/// Invariants:
///
/// 1. *One per cause*: a unique key says so, however many requests race and however often a reaction is toggled.
/// 2. *Rendered with the reader's leave at the moment of reading*: who may no longer see the actor, the update or the
///    comment is told nothing, and it is not counted.
/// 3. *A refusal is silent*: what has no kind here is told to nobody.
/// 4. *GET marks nothing read*.
/// 5. *Mailed once, with the leave of the moment of sending*: what was read, answered, taken back or is no longer to be
///    seen by then is not mailed, nor is what lies folded away in the inbox.
@NullMarked
package org.wellmet.notification;

import org.jspecify.annotations.NullMarked;
