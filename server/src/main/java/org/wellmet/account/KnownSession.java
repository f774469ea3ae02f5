package org.wellmet.account;

import java.time.Instant;

/// A session as it was found in the table. Immutable.
record KnownSession(SignedInMember member, Instant createdAt, Instant lastSeenAt) {}
