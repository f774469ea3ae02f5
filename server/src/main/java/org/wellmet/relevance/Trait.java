package org.wellmet.relevance;

/// Something that a member says of themselves and others may say, too.
///
/// @param key what all share who say the same
/// @param label how to name it
/// @param from the month in which it began, counted from year 0, or 0 where it has no time
/// @param to the month in which it ended, [#GOING_ON] while it goes on, or 0 where it has no time
public record Trait(String key, String label, int from, int to) {
    /// Has not ended.
    public static final int GOING_ON = Integer.MAX_VALUE;

    /// A trait without a time.
    public static Trait of(String key, String label) {
        return new Trait(key, label, 0, 0);
    }
}
