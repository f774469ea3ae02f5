package org.wellmet.account;

import java.time.Instant;

/// A link by which people join, as the operator sees it: without the secret, which was shown once.
public record JoinLink(long id, String note, int uses, int maxUses, Instant createdAt, Instant expiresAt) {}
