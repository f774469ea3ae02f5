package org.wellmet.update;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import org.wellmet.markdown.Markdown;

/// A text and whom it names, and the safe HTML that the two give: the same for all who may see the same, for ever. Kept
/// as far as it fits, since the cards of a feed are read far more often than written and their Markdown was a
/// quarter of a page's processor time.
///
/// Immutable; what is kept is for all, in a thread-safe cache.
///
/// @param mentioned the names by handle that lead somewhere for the reader
record RenderedText(String text, Map<String, String> mentioned) {
    /// In UTF-16 units of texts and HTML together: at most 16 MB.
    private static final long MOST_KEPT = 8L << 20;

    private static final LoadingCache<RenderedText, String> KEPT = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .expireAfterAccess(Duration.ofMinutes(10)) // what was deleted is not kept for long
            .weigher((RenderedText source, String html) -> source.text.length() + html.length())
            .build(RenderedText::rendered);

    RenderedText {
        mentioned = Map.copyOf(mentioned);
    }

    static String html(String text, Map<String, String> mentioned) {
        return KEPT.get(new RenderedText(text, mentioned));
    }

    private String rendered() {
        return Markdown.render(text, ShownUpdate.mentions(mentioned));
    }
}
