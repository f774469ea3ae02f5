package org.wellmet.account;

import org.wellmet.member.MemberId;

/// What became of an address and a password. Nothing is changed by any of them.
sealed interface SignInOutcome {
    /// They belong together, and the member takes part.
    record Known(MemberId member) implements SignInOutcome {}

    /// They do not belong together, or nobody has that address: never told apart.
    record Unknown() implements SignInOutcome {}

    /// They belong together, and an operator has yet to let the member in.
    record Waiting() implements SignInOutcome {}

    /// They belong together, and an operator has shut the member out.
    record Suspended() implements SignInOutcome {}
}
