package org.wellmet.connection;

/// An invitation that waits, and the one on its other side.
public record Waiting(Invitation invitation, Acquaintance other) {}
