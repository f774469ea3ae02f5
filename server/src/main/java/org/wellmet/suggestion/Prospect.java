package org.wellmet.suggestion;

/// Somebody who might be suggested, with the numbers that the formula takes.
///
/// @param key the member's id
/// @param damped mutual connections that the viewer may know of, damped by their degrees
/// @param relevance within [0, 1]
/// @param availability within [0, 1]
public record Prospect(long key, double damped, double relevance, Likeness likeness, double availability) {
    /// Refuses what is no share.
    public Prospect {
        Likeness.requireShare("relevance", relevance);
        Likeness.requireShare("availability", availability);
        if (!(damped >= 0)) {
            throw new IllegalArgumentException("damped mutual connections must not be negative, got " + damped);
        }
    }
}
