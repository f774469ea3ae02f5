package org.wellmet.web;

import java.text.Normalizer;

/// Text as people type it, made tidy at the edge.
public final class TypedText {
    /// No script stacks more marks on one letter; hundreds of them paint over the whole page.
    private static final int MAX_MARKS_IN_A_ROW = 8;

    private TypedText() {}

    /// Composed (NFC), with plain line ends (also where Unicode separates lines or paragraphs by signs of their
    /// own), without control characters, without marks that turn the direction of what stands around them, with
    /// few marks on each letter; empty where nothing in it can be seen. O(length).
    public static String tidy(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
        if (composed.codePoints().noneMatch(TypedText::isVisible)) {
            return "";
        }
        if (composed.codePoints().allMatch(TypedText::isKept)) {
            return withFewMarks(composed);
        }
        StringBuilder tidy = new StringBuilder(composed.length());
        composed.codePoints().filter(TypedText::isKept).forEach(tidy::appendCodePoint);
        return withFewMarks(tidy.toString());
    }

    /// The text with the first eight combining marks on each letter, and without the others. O(length).
    public static String withFewMarks(String text) {
        StringBuilder few = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isMark(c)) {
                marks++;
            } else if (Character.getType(c) != Character.FORMAT) { // a mark finds its letter across zero-width signs
                marks = 0;
            }
            if (!isMark(c) || marks <= MAX_MARKS_IN_A_ROW) {
                few.appendCodePoint(c);
            }
        }
        return few.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
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
