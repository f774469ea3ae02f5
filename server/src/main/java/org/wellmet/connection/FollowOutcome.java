package org.wellmet.connection;

/// What became of a wish to follow a personal invitation. Every case but [Followed] leaves the database untouched.
sealed interface FollowOutcome {
    /// An invitation of its inviter's waits, or will at a later sign-in; where the two crossed, they are connected.
    record Followed() implements FollowOutcome {}

    /// There is a connection already.
    record AlreadyConnected() implements FollowOutcome {}

    /// An invitation of the inviter's waits already.
    record AlreadyInvited() implements FollowOutcome {}

    /// The follower declined one that waits in its inviter's eyes.
    record Declined() implements FollowOutcome {}

    /// One of the inviter's ended too short a time ago.
    record TooSoon() implements FollowOutcome {}

    /// It opens no longer, or not for this member.
    record Absent() implements FollowOutcome {}
}
