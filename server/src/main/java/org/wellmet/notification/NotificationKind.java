package org.wellmet.notification;

/// What happened, seen from the one who is told.
public enum NotificationKind {
    /// Somebody invites me. The subject is the invitation.
    INVITED,
    /// Somebody accepted my invitation. The subject is the invitation.
    ACCEPTED,
    /// Somebody wrote on an invitation between us, which is the subject. Those on one invitation are told once, anew
    /// with
    /// each.
    SAID_ON_INVITATION,
    /// Somebody commented on my update. The subject is the comment.
    COMMENTED,
    /// Somebody finds my update useful. The subject is the update; those on one update are told together.
    REACTED,
    /// Somebody mentioned me in an update, which is the subject.
    MENTIONED,
    /// Somebody mentioned me in a comment, which is the subject.
    MENTIONED_IN_COMMENT
}
