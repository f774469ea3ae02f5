package org.wellmet.introduction;

import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.TieStrength;

/// Somebody whom an asker may ask for an introduction.
///
/// @param toAsker their tie to the asker, by all that the house has
/// @param toTarget their tie to the target, by what the asker may know
public record Connector(Acquaintance person, TieStrength toAsker, TieStrength toTarget) {
    /// How well they stand between the two, within \[0, 1\].
    public double strength() {
        return toAsker.through(toTarget);
    }

    /// The same in hundredths, for showing.
    public long percent() {
        return Math.round(100 * strength());
    }

    /// Whole years since they connected to the asker.
    public long years() {
        return (long) toAsker.years().orElse(0);
    }

    /// A tie in a word, for who has no use for a number.
    public enum Closeness {
        CLOSE,
        FAIR,
        SLIGHT;

        private static final double CLOSE_FROM = 0.4;
        private static final double FAIR_FROM = 0.2;

        static Closeness of(TieStrength tie) {
            if (tie.value() >= CLOSE_FROM) {
                return CLOSE;
            }
            return tie.value() >= FAIR_FROM ? FAIR : SLIGHT;
        }
    }

    /// Their tie to the asker.
    public Closeness closenessToAsker() {
        return Closeness.of(toAsker);
    }

    /// Their tie to the target.
    public Closeness closenessToTarget() {
        return Closeness.of(toTarget);
    }
}
