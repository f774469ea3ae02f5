package org.wellmet.introduction;

/// What one of the three writes to another: [#MIN_LENGTH] to [#MAX_LENGTH] characters, so that it says something and
/// can be read at a glance.
public record IntroductionText(String text) {
    /// The shortest, in characters.
    public static final int MIN_LENGTH = 20;

    /// The longest, in characters.
    public static final int MAX_LENGTH = 600;

    public IntroductionText {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a text of an introduction has " + MIN_LENGTH + " to " + MAX_LENGTH
                    + " characters, got " + text.codePointCount(0, text.length()));
        }
    }

    /// Whether the text has a fitting length.
    public static boolean isValid(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= MIN_LENGTH && length <= MAX_LENGTH && !text.isBlank();
    }
}
