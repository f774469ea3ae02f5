package org.wellmet.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import org.wellmet.relevance.Judgement;
import org.wellmet.relevance.Reason;
import org.wellmet.web.Text;

/// A reason as it is shown: in words, with the page that shows more of the same.
///
/// @param address the search for what is shared; empty where no search would find it
/// @param isOfLens whether it is what the lens looks for
public record Why(Text text, Optional<String> address, boolean isOfLens) {
    /// The strongest reasons, those first that the lens looks for. Mutual connections are told by [Suggestion#mutuals].
    static List<Why> of(Judgement judgement, Lens lens) {
        return judgement.grounds().stream()
                .filter(reason -> !reason.kind().equals(Reason.MUTUAL))
                .sorted(Comparator.comparing(reason -> !lens.looksFor(reason)))
                .limit(Judgement.MOST_REASONS)
                .map(reason -> new Why(reason.text(), address(reason), lens.looksFor(reason)))
                .toList();
    }

    private static Optional<String> address(Reason reason) {
        return Likeness.isShared(reason.kind())
                ? Optional.of(UriComponentsBuilder.fromPath("/search")
                        .queryParam("q", "{subject}")
                        .encode()
                        .buildAndExpand(reason.subject())
                        .toUriString())
                : Optional.empty();
    }
}
