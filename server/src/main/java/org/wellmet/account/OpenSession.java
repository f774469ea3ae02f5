package org.wellmet.account;

import java.time.Instant;

/// One place where a member is signed in, as they see it in their settings.
public record OpenSession(SessionKey key, Device device, Instant since, Instant lastSeen) {}
