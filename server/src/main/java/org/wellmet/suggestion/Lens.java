package org.wellmet.suggestion;

import java.util.Arrays;
import java.util.Optional;
import org.wellmet.relevance.Reason;

/// What the viewer looks for just now: the exponents of the factors that may be weighed, and which reason comes first.
///
/// An exponent of 0 leaves a factor out, 1 takes it as it is, a half softens it.
public enum Lens {
    /// Relevance and bridge alike.
    BALANCED("balanced", "", 1, 1, Factor.AVAILABILITY),
    /// Who shares most of what both are and can, whoever stands in between.
    LIKE_MINDED("like-minded", Likeness.SHARED, 0.5, 0, Factor.ALIKE),
    /// Who has what the viewer looks for, and moderately weak ties, which jobs come through.
    OPPORTUNITY("opportunity", Likeness.GOAL, 0.5, 0.5, Factor.FIT),
    /// People of the viewer's area.
    NEAR_ME("near-me", Likeness.AREA, 0.5, 0.5, Factor.NEAR);

    private final String code;
    private final String kind;
    private final double relevance;
    private final double bridge;
    private final Factor own;

    Lens(String code, String kind, double relevance, double bridge, Factor own) {
        this.code = code;
        this.kind = kind;
        this.relevance = relevance;
        this.bridge = bridge;
        this.own = own;
    }

    /// Its name in addresses.
    public String code() {
        return code;
    }

    /// The exponent of a factor; 0 for one that this lens does not look at.
    public double exponent(Factor factor) {
        return switch (factor) {
            case RELEVANCE -> relevance;
            case BRIDGE -> bridge;
            case ALIKE, FIT, NEAR -> factor == own ? 1 : 0;
            case AVAILABILITY -> 1;
        };
    }

    /// Whether the reason is of the kind that this lens looks for.
    boolean looksFor(Reason reason) {
        return kind.equals(reason.kind()) || (kind.equals(Likeness.SHARED) && Likeness.isShared(reason.kind()));
    }

    /// The lens of that name.
    public static Optional<Lens> parse(String code) {
        return Arrays.stream(values()).filter(lens -> lens.code.equals(code)).findFirst();
    }
}
