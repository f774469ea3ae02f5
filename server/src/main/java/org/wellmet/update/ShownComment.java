package org.wellmet.update;

import java.time.Instant;
import java.util.Map;
import org.wellmet.markdown.Markdown;
import org.wellmet.member.Member;

/// A comment as one viewer may see it, at one moment. Immutable.
///
/// @param updateId the update it is about
/// @param steps how far its writer is from the viewer: 1, 2, 3, or 0 for none or oneself
/// @param mayDelete whether the viewer wrote it or the update
public record ShownComment(
        long id,
        UpdateId updateId,
        Member writer,
        int steps,
        String text,
        Map<String, String> mentioned,
        Instant postedAt,
        boolean mayDelete) {
    private static final int SUMMARY_LENGTH = 80;

    public ShownComment {
        mentioned = Map.copyOf(mentioned);
    }

    /// The text as safe HTML.
    public String html() {
        return RenderedText.html(text, mentioned);
    }

    /// Its beginning as plain text, for a notification.
    public String summary() {
        return Markdown.summary(text, SUMMARY_LENGTH, ShownUpdate.mentions(mentioned));
    }
}
