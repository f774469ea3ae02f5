package org.wellmet.suggestion;

/// Somebody who might be suggested, with the numbers that the formula takes.
///
/// @param key the member's id
/// @param damped mutual connections that the viewer may know of, damped by their degrees
/// @param relevance within [0, 1]
/// @param nearness 1 in the same place, 0 far away or unknown
/// @param availability within [0, 1]
public record Prospect(long key, double damped, double relevance, double nearness, double availability) {
    /// Refuses what is no share.
    public Prospect {
        requireShare("relevance", relevance);
        requireShare("nearness", nearness);
        requireShare("availability", availability);
        if (!(damped >= 0)) {
            throw new IllegalArgumentException("damped mutual connections must not be negative, got " + damped);
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) { // written so that NaN fails, too
            throw new IllegalArgumentException(name + " must be within [0, 1], got " + value);
        }
    }
}
