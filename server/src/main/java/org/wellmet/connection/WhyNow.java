package org.wellmet.connection;

/// Why an inviter writes at this moment: [#MIN_LENGTH] to [#MAX_LENGTH] characters, so that it says something
/// and can be read at a glance.
public record WhyNow(String text) {
    /// The shortest, in characters.
    public static final int MIN_LENGTH = 20;

    /// The longest, in characters.
    public static final int MAX_LENGTH = 600;

    public WhyNow {
        if (!isValid(text)) {
            throw new IllegalArgumentException("why now has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters, got "
                    + text.codePointCount(0, text.length()));
        }
    }

    /// Whether the text has a fitting length.
    public static boolean isValid(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= MIN_LENGTH && length <= MAX_LENGTH && !text.isBlank();
    }
}
