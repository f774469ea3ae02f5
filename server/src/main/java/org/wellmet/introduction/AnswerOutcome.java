package org.wellmet.introduction;

import org.wellmet.member.MemberId;

/// What became of an answer to an introduction. Only [Done] and [Connected] change anything.
public sealed interface AnswerOutcome {
    /// It was forwarded, declined or taken back.
    record Done() implements AnswerOutcome {}

    /// It was accepted: target and asker are connected.
    record Connected(MemberId asker) implements AnswerOutcome {}

    /// It had been accepted already.
    record AlreadyConnected() implements AnswerOutcome {}

    /// It waits no more.
    record Over() implements AnswerOutcome {}

    /// The target takes no introductions for the time being.
    record Closed() implements AnswerOutcome {}

    /// There is no such introduction for this member to answer.
    record Absent() implements AnswerOutcome {}
}
