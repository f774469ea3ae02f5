package org.wellmet.update;

import java.util.Optional;
import org.wellmet.picture.ReadPicture;
import org.wellmet.visibility.Audience;

/// An update that is about to be shared. Immutable.
public record UpdateDraft(String text, Audience audience, Optional<Picture> picture) {
    /// Room for a thought and its reasons; what is longer is an article.
    public static final int MAX_TEXT = 3_000;

    /// Enough to say what a picture shows.
    public static final int MAX_PICTURE_TEXT = 500;

    public UpdateDraft {
        requireLength("text of an update", text, MAX_TEXT);
        if (audience == Audience.ME) {
            throw new IllegalArgumentException("an update for its author alone is not shared");
        }
    }

    /// A draft without a picture.
    public static UpdateDraft of(String text, Audience audience) {
        return new UpdateDraft(text, audience, Optional.empty());
    }

    /// The one picture, and what it shows in words for who does not see it.
    public record Picture(ReadPicture picture, String text) {
        public Picture {
            requireLength("alternative text", text, MAX_PICTURE_TEXT);
        }
    }

    static void requireLength(String what, String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > max) {
            throw new IllegalArgumentException(what + " must have 1 to " + max + " characters, got " + length);
        }
    }
}
