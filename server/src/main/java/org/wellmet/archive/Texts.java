package org.wellmet.archive;

import org.wellmet.web.TypedText;

/// Cleans text that came from outside, so that what is stored and shown has no control characters, no halves of
/// characters, and a bounded length.
final class Texts {
    private Texts() {}

    /// One line: white space of any kind becomes one space.
    static String line(String text, int maxLength) {
        return cut(clean(text).replaceAll("\\s+", " ").strip(), maxLength);
    }

    /// Several lines: breaks become `\n`, at most two in a row.
    static String paragraphs(String text, int maxLength) {
        String breaks = clean(text.replace("\r\n", "\n").replace('\r', '\n'));
        return cut(
                breaks.replaceAll("[ \\t]+\\n", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip(),
                maxLength);
    }

    /// At most so many UTF-16 units, never ending in half a character.
    static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = maxLength - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                cleaned.append((char) point);
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                cleaned.append('\uFFFD');
            } else if (!Character.isISOControl(point) && !isInvisibleOrder(point)) {
                cleaned.appendCodePoint(point);
            }
        });
        return TypedText.withFewMarks(cleaned.toString());
    }

    /// Marks that turn the reading order around, with which a text can pass for another.
    private static boolean isInvisibleOrder(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
    }
}
