package org.wellmet.introduction;

import org.wellmet.member.MemberId;

/// What became of an answer to an introduction. Only [Done], [Connected] and [Replied] change anything.
public sealed interface AnswerOutcome {
    /// It was forwarded, declined or taken back.
    record Done() implements AnswerOutcome {}

    /// It was accepted: target and asker are connected.
    record Connected(MemberId asker) implements AnswerOutcome {}

    /// The two talk: on this invitation, which the target may still answer.
    record Replied(long invitation) implements AnswerOutcome {}

    /// It had been accepted already.
    record AlreadyConnected() implements AnswerOutcome {}

    /// It waits no more.
    record Over() implements AnswerOutcome {}

    /// An invitation waits between the two, and the target has said as much on it as one may.
    record EnoughSaid() implements AnswerOutcome {}

    /// There is no such introduction for this member to answer.
    record Absent() implements AnswerOutcome {}
}
