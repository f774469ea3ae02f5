package org.wellmet.connection;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How strong a tie is, within \[0, 1\], from what the one who asks may know of it.
///
/// Granovetter (1973) calls a tie strong by the time, the closeness and the services that two people share, and
/// Onnela et al. (2007) found on seven million callers that it grows with the share of common neighbors. So three
/// signs, each saturating, and their weighted mean over those that are known:
///
/// | sign | value | weight |
/// |---|---|---|
/// | embeddedness: `m` mutual connections | `m / (m + 5)` | 3 |
/// | touches: `t` in the past year | `t / (t + 4)` | 2 |
/// | time: `y` years connected | `y / (y + 2)` | 1 |
///
/// A sign that the one who asks may not know is left out and never guessed, so that no order betrays it.
///
/// @param mutualCount how many connections both sides of the tie have
/// @param touchCount real contacts in the past year
/// @param years since the two connected
public record TieStrength(int mutualCount, OptionalInt touchCount, OptionalDouble years) {
    private static final double EMBEDDEDNESS_WEIGHT = 3;
    private static final double TOUCHES_WEIGHT = 2;
    private static final double TIME_WEIGHT = 1;
    private static final double HALF_OF_MUTUALS = 5;
    private static final double HALF_OF_TOUCHES = 4;
    private static final double HALF_OF_YEARS = 2;

    public TieStrength {
        if (mutualCount < 0 || touchCount.orElse(0) < 0 || !(years.orElse(0) >= 0)) {
            throw new IllegalArgumentException("the signs of a tie are counts and a length, got " + mutualCount + ", "
                    + touchCount + ", " + years);
        }
    }

    /// A tie of which only its mutual connections may be known.
    public static TieStrength ofMutuals(int mutualCount) {
        return new TieStrength(mutualCount, OptionalInt.empty(), OptionalDouble.empty());
    }

    /// The strength.
    public double value() {
        double sum = EMBEDDEDNESS_WEIGHT * share(mutualCount, HALF_OF_MUTUALS);
        double weight = EMBEDDEDNESS_WEIGHT;
        if (touchCount.isPresent()) {
            sum += TOUCHES_WEIGHT * share(touchCount.getAsInt(), HALF_OF_TOUCHES);
            weight += TOUCHES_WEIGHT;
        }
        if (years.isPresent()) {
            sum += TIME_WEIGHT * share(years.getAsDouble(), HALF_OF_YEARS);
            weight += TIME_WEIGHT;
        }
        return sum / weight;
    }

    /// How well one who holds both ties stands between their far ends: the geometric mean, for a strong tie to one
    /// side does not make up for none to the other.
    public double through(TieStrength other) {
        return Math.sqrt(value() * other.value());
    }

    private static double share(double amount, double half) {
        return amount / (amount + half);
    }
}
