package org.wellmet.relevance;

import java.util.Optional;
import org.wellmet.web.Text;

/// What one signal adds to a judgement: so much of the signal, times what one unit of it is worth.
///
/// @param kind the kind of trait that the signal is made of; empty where it is made of ties
public record Contribution(Optional<Text> kind, Text signal, double value, double weight) {
    /// Units of log-odds.
    public double logOdds() {
        return value * weight;
    }
}
