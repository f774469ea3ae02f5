package org.wellmet.introduction;

/// Why a connector does not pass an introduction on, for the asker to read: 1 to [#MAX_LENGTH] characters.
public record DeclineReason(String text) {
    /// The longest, in characters.
    public static final int MAX_LENGTH = 300;

    public DeclineReason {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > MAX_LENGTH) {
            throw new IllegalArgumentException("a reason has 1 to " + MAX_LENGTH + " characters, got " + length);
        }
    }
}
