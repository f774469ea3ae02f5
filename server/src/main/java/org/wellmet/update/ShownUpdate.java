package org.wellmet.update;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wellmet.markdown.Markdown;
import org.wellmet.markdown.Mentions;
import org.wellmet.member.Member;
import org.wellmet.picture.PictureSize;
import org.wellmet.picture.Pictures;
import org.wellmet.visibility.Audience;

/// An update as one viewer may see it, at one moment. Immutable.
///
/// @param steps how far its author is from the viewer: 1, 2, 3, or 0 for none or oneself
/// @param mentioned the handles in it that lead somewhere for this viewer
/// @param usefulCount how many of those whom the viewer may see call it useful
/// @param commentCount how many comments by those whom the viewer may see
public record ShownUpdate(
        UpdateId id,
        Member author,
        int steps,
        boolean isOwn,
        String text,
        Map<String, String> mentioned,
        Audience audience,
        Optional<Picture> picture,
        Instant postedAt,
        long usefulCount,
        boolean isUseful,
        long commentCount) {
    private static final int SUMMARY_LENGTH = 80;

    public ShownUpdate {
        mentioned = Map.copyOf(mentioned);
    }

    /// A picture in an update, with its size so that the page does not jump.
    public record Picture(long id, int width, int height, String text) {
        /// Where it is served.
        public String address() {
            return Pictures.address(id, PictureSize.LARGE);
        }
    }

    /// The text as safe HTML.
    public String html() {
        return RenderedText.html(text, mentioned);
    }

    /// Its beginning as plain text, for a title or a notification.
    public String summary() {
        return Markdown.summary(text, SUMMARY_LENGTH, mentions(mentioned));
    }

    static Mentions mentions(Map<String, String> mentioned) {
        return handle ->
                Optional.ofNullable(mentioned.get(handle)).map(name -> new Mentions.Mentioned("/in/" + handle, name));
    }
}
