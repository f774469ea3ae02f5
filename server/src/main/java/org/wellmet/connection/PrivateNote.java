package org.wellmet.connection;

/// What a member keeps for themselves on a connection. Nobody else ever reads it.
///
/// @param note at most [#NOTE_MAX_LENGTH] characters
/// @param howWeMet at most [#HOW_WE_MET_MAX_LENGTH] characters
public record PrivateNote(String note, String howWeMet) {
    /// The longest note, in characters.
    public static final int NOTE_MAX_LENGTH = 2_000;

    /// The longest story of how the two met, in characters.
    public static final int HOW_WE_MET_MAX_LENGTH = 300;

    /// Nothing.
    public static final PrivateNote NONE = new PrivateNote("", "");

    private static final int BEGINNING = 100;

    public PrivateNote {
        check(note, NOTE_MAX_LENGTH);
        check(howWeMet, HOW_WE_MET_MAX_LENGTH);
    }

    /// Whether nothing is kept.
    public boolean isEmpty() {
        return note.isBlank() && howWeMet.isBlank();
    }

    /// The beginning, in one line; the note before the story.
    public String beginning() {
        String line = (note.isBlank() ? howWeMet : note).strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= BEGINNING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, BEGINNING)).strip() + "…";
    }

    private static void check(String text, int maxLength) {
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            throw new IllegalArgumentException("at most " + maxLength + " characters, got " + length);
        }
    }
}
