package org.wellmet.archive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns the bytes of an exported file into text. LinkedIn has written UTF-8, and in 2018 UTF-16 with a mark in front;
/// who opens a file in a spreadsheet program and saves it makes windows-1252 of it.
final class ExportText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int GUESS_BYTES = 512;

    private ExportText() {}

    static String of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /// The text of the first `count` bytes. A character cut in two at the end is left out.
    static String of(byte[] bytes, int count) {
        if (startsWith(bytes, count, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, count, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, count, 0xFF, 0xFE)) {
            return decode(bytes, 2, count, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, count, 0xFE, 0xFF)) {
            return decode(bytes, 2, count, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, 0, count, unmarked(bytes, count));
    }

    /// Without a mark: Latin text in UTF-16 has a zero in every second byte; what is not UTF-8 is windows-1252.
    private static Charset unmarked(byte[] bytes, int count) {
        int looked = Math.min(count, GUESS_BYTES) & ~1;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < looked; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (oddZeros * 4 > looked) {
            return StandardCharsets.UTF_16LE;
        }
        if (evenZeros * 4 > looked) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(bytes, count) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    /// Not the end of input for the decoder: the beginning of a file may end inside a character.
    private static boolean isUtf8(byte[] bytes, int count) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, count), CharBuffer.allocate(count), false)
                .isError();
    }

    private static String decode(byte[] bytes, int from, int count, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, count - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a replacing decoder must not refuse", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int count, int... mark) {
        if (count < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
