package org.wellmet.introduction;

import java.time.Instant;

/// What became of a wish to be introduced. Every case but [Asked] leaves the database untouched.
public sealed interface AskOutcome {
    /// It waits for the connector.
    record Asked(long id) implements AskOutcome {}

    /// Nobody is introduced to themselves.
    record Oneself() implements AskOutcome {}

    /// There is nobody whom this member may see. Absent, suspended and blocked are never told apart.
    record Absent() implements AskOutcome {}

    /// The two are connected already.
    record AlreadyConnected() implements AskOutcome {}

    /// One waits already, as far as the asker is told.
    record AlreadyAsked(long id) implements AskOutcome {}

    /// One reached this target less than a year ago.
    record TooSoon(Instant retryAt) implements AskOutcome {}

    /// The target takes no introductions for the time being.
    record Closed() implements AskOutcome {}

    /// The one asked is not among those offered, whatever the reason.
    record NotOffered() implements AskOutcome {}

    /// The one asked has as many to pass on as one may.
    record ConnectorBusy() implements AskOutcome {}

    /// The asker has as many waiting as one may.
    record TooManyWaiting() implements AskOutcome {}

    /// The asker asked as often as one may in a week; there is room for another at `retryAt`.
    record QuotaReached(Instant retryAt) implements AskOutcome {}
}
