package org.wellmet.relevance;

import org.wellmet.web.Text;

/// Why somebody is relevant, in words that the viewer may read, and how many units of log-odds it is worth.
///
/// @param isOfMutuals whether it counts mutual connections, whom a page may rather name
public record Reason(Text text, double logOdds, boolean isOfMutuals) {
    /// A reason that counts no mutual connections.
    public Reason(Text text, double logOdds) {
        this(text, logOdds, false);
    }
}
