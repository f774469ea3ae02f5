package org.wellmet.relevance;

import org.wellmet.web.Text;

/// Why somebody is relevant, in words that the viewer may read, and how many units of log-odds it is worth.
public record Reason(Text text, double logOdds) {}
