package org.wellmet.web;

import java.text.Normalizer;

/// Text as people type it, made tidy at the edge.
public final class TypedText {
    private TypedText() {}

    /// Composed (NFC), with plain line ends (also where Unicode separates lines or paragraphs by signs of their own),
    /// without control characters and without marks that turn the direction of what stands around them; empty where
    /// nothing in it can be seen. O(length).
    public static String tidy(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
        if (composed.codePoints().noneMatch(TypedText::isVisible)) {
            return "";
        }
        if (composed.codePoints().allMatch(TypedText::isKept)) {
            return composed;
        }
        StringBuilder tidy = new StringBuilder(composed.length());
        composed.codePoints().filter(TypedText::isKept).forEach(tidy::appendCodePoint);
        return tidy.toString();
    }

    /// Zero-width characters have their place inside words and signs, but are no text by themselves.
    private static boolean isVisible(int c) {
        boolean isBlankLetter = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
        boolean isBlank = Character.isWhitespace(c) || Character.isSpaceChar(c);
        return !(isBlankLetter || isBlank || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private static boolean isKept(int c) {
        boolean isLoneSurrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return c == '\n' || c == '\t' || !(Character.isISOControl(c) || isLoneSurrogate || turnsDirection);
    }
}
