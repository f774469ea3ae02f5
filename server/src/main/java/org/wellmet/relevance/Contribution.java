package org.wellmet.relevance;

import org.wellmet.web.Text;

/// What one signal adds to a judgement: so much of the signal, times what one unit of it is worth.
public record Contribution(Text signal, double value, double weight) {
    /// Units of log-odds.
    public double logOdds() {
        return value * weight;
    }
}
