package org.wellmet.suggestion;

import java.util.Arrays;
import java.util.Optional;

/// What the viewer looks for just now: the exponents of the three factors that may be weighed.
///
/// An exponent of 0 leaves a factor out, 1 takes it as it is, a half softens it.
public enum Lens {
    /// Relevance and bridge alike.
    BALANCED("balanced", 1, 1, 0),
    /// Who shares most, whoever stands in between.
    LIKE_MINDED("like-minded", 1, 0.25, 0),
    /// Moderately weak ties, which jobs come through; to be much alike counts less.
    OPPORTUNITY("opportunity", 0.5, 1, 0),
    /// People of the viewer's area.
    NEAR_ME("near-me", 0.5, 0.5, 1);

    private final String code;
    private final double relevanceWeight;
    private final double bridgeWeight;
    private final double nearnessWeight;

    Lens(String code, double relevanceWeight, double bridgeWeight, double nearnessWeight) {
        this.code = code;
        this.relevanceWeight = relevanceWeight;
        this.bridgeWeight = bridgeWeight;
        this.nearnessWeight = nearnessWeight;
    }

    /// Its name in addresses.
    public String code() {
        return code;
    }

    /// The exponent of the relevance.
    public double relevanceWeight() {
        return relevanceWeight;
    }

    /// The exponent of the bridge.
    public double bridgeWeight() {
        return bridgeWeight;
    }

    /// The exponent of the nearness.
    public double nearnessWeight() {
        return nearnessWeight;
    }

    /// The lens of that name.
    public static Optional<Lens> parse(String code) {
        return Arrays.stream(values()).filter(lens -> lens.code.equals(code)).findFirst();
    }
}
