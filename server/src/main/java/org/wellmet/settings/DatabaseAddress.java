package org.wellmet.settings;

/// Where a PostgreSQL is and how to sign in to it. The address itself holds no password.
///
/// Immutable.
public record DatabaseAddress(String url, String user, Secret password) {}
