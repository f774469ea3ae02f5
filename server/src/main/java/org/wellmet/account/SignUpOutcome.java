package org.wellmet.account;

import org.wellmet.member.MemberId;

/// What became of the confirmation of a sign-up. Every case but [Joined] and [Waits] leaves the database untouched.
sealed interface SignUpOutcome {
    /// A member, from here on.
    record Joined(MemberId member) implements SignUpOutcome {}

    /// A member once an operator lets them in.
    record Waits() implements SignUpOutcome {}

    /// Not the password that was chosen at sign-up.
    record WrongPassword() implements SignUpOutcome {}

    /// The link in the mail is used up or too old, or the network has come to admit others.
    record Gone() implements SignUpOutcome {}
}
