package org.wellmet.relevance;

import org.wellmet.web.Text;

/// Why somebody is relevant, in words that the viewer may read, and how many units of log-odds it is worth.
///
/// @param kind the [TraitSource#name] of the trait that is shared, or [#MUTUAL]
/// @param subject what is shared, as the other spells it; empty for mutual connections
public record Reason(String kind, String subject, Text text, double logOdds) {
    /// The kind that is no trait: mutual connections.
    public static final String MUTUAL = "mutual";

    /// Whether it counts mutual connections, whom a page may rather name.
    public boolean isOfMutuals() {
        return kind.equals(MUTUAL);
    }

    /// Two that are said in the same words, as one.
    Reason and(Reason same) {
        return new Reason(kind, subject, text, logOdds + same.logOdds);
    }
}
