package org.wellmet.connection;

import java.util.List;
import java.util.Optional;
import org.wellmet.web.Text;

/// An invitation that waits, with the person on its other side.
///
/// @param judged how relevant the person is to the one who reads, where that was judged
/// @param mutuals whom both know, as far as the one who reads may know of it
/// @param messageCount how many messages stand on it
public record Waiting(
        Invitation invitation,
        Acquaintance other,
        Optional<InviterRelevance.Judged> judged,
        NamedMutuals mutuals,
        int messageCount) {
    /// Below this probability to be accepted an invitation lies folded away, unless the server knows its claim to be
    /// true: who can be checked is not put aside by a guess.
    static final double IRRELEVANT_BELOW = 0.1;

    /// Whether it lies folded away.
    public boolean isIrrelevant() {
        return !invitation.isChecked()
                && judged.filter(found -> found.probability() < IRRELEVANT_BELOW)
                        .isPresent();
    }

    /// Why it stands where it stands, but for the mutual connections, who are named apart.
    public List<Text> reasons() {
        return judged.map(InviterRelevance.Judged::reasons).orElse(List.of());
    }

    /// The same with the mutual connections named.
    Waiting through(NamedMutuals named) {
        return new Waiting(invitation, other, judged, named, messageCount);
    }
}
