package org.wellmet.relevance;

import java.util.Optional;
import org.wellmet.web.Text;

/// What one signal adds to a judgement: so much of the signal, times what one unit of it is worth.
///
/// @param tie which signal it is; empty where it is made of a kind of trait
/// @param kind the kind of trait that the signal is made of; empty where it is made of ties, or is the kind itself
/// @param signal what members call the signal
public record Contribution(Optional<TieSignal> tie, Optional<Text> kind, Text signal, double value, double weight) {
    static Contribution of(TieSignal signal, double value, double weight) {
        return new Contribution(Optional.of(signal), Optional.empty(), SignalLabels.of(signal), value, weight);
    }

    static Contribution of(Text kind, TraitSignal signal, double value, double weight) {
        return signal == TraitSignal.SHARED
                ? new Contribution(Optional.empty(), Optional.empty(), kind, value, weight)
                : new Contribution(Optional.empty(), Optional.of(kind), SignalLabels.of(signal), value, weight);
    }

    /// The same signal of another value.
    Contribution of(double otherValue, double otherWeight) {
        return new Contribution(tie, kind, signal, otherValue, otherWeight);
    }

    /// Units of log-odds.
    public double logOdds() {
        return value * weight;
    }
}
