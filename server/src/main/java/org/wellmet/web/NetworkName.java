package org.wellmet.web;

/// What this server's community is called. Without a bean: Wellmet.
@FunctionalInterface
public interface NetworkName {
    /// The name, never empty.
    String name();
}
