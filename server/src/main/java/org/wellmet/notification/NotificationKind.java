package org.wellmet.notification;

/// What happened, seen from the one who is told.
public enum NotificationKind {
    /// Somebody invites me. The subject is the invitation.
    INVITED,
    /// Somebody accepted my invitation. The subject is the invitation.
    ACCEPTED,
    /// Somebody wrote on an invitation between us, which is the subject. Those on one invitation are told once, anew
    /// with each.
    SAID_ON_INVITATION,
    /// Somebody commented on my update. The subject is the comment.
    COMMENTED,
    /// Somebody finds my update useful. The subject is the update; those on one update are told together.
    REACTED,
    /// Somebody mentioned me in an update, which is the subject.
    MENTIONED,
    /// Somebody mentioned me in a comment, which is the subject.
    MENTIONED_IN_COMMENT,
    /// Somebody asks me to introduce them. The subject is the introduction, here and below.
    INTRODUCTION_ASKED,
    /// Somebody introduces somebody else to me.
    INTRODUCTION_FORWARDED,
    /// Somebody passed on what I asked for.
    INTRODUCTION_PASSED_ON,
    /// Somebody did not pass on what I asked for, and said why.
    INTRODUCTION_DECLINED,
    /// Somebody accepted the introduction that I asked for.
    INTRODUCTION_ACCEPTED,
    /// Somebody accepted the introduction that I passed on.
    INTRODUCTION_LED_TO_CONNECTION
}
