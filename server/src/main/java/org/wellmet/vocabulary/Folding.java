package org.wellmet.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which names are compared: lower case, without accents, words separated by one space.
public final class Folding {
    private Folding() {}

    /// "Orléans-la-Source" becomes "orleans la source", "C++" stays "c++". Idempotent, so that names can be folded once
    /// and questions on the fly. O(length).
    public static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int index = 0; index < decomposed.length(); ) {
            int letter = decomposed.codePointAt(index);
            index += Character.charCount(letter);
            if (Character.getType(letter) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (!isOfAWord(letter)) {
                gap = !folded.isEmpty();
                continue;
            }
            if (gap) {
                folded.append(' ');
                gap = false;
            }
            append(folded, letter);
        }
        return folded.toString();
    }

    private static boolean isOfAWord(int letter) {
        return Character.isLetterOrDigit(letter) || letter == '+' || letter == '#';
    }

    // Letters that stay whole under canonical decomposition, but that people type without their stroke or ligature.
    private static void append(StringBuilder folded, int letter) {
        switch (letter) {
            case 'ø' -> folded.append('o');
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ß' -> folded.append("ss");
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            case 'ħ' -> folded.append('h');
            default -> folded.appendCodePoint(letter);
        }
    }
}
