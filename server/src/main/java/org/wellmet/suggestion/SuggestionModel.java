package org.wellmet.suggestion;

import java.util.List;

/// The formula of suggestions, printed on a page of its own: change it and [#VERSION] together.
///
/// `score = relevance^a · bridge(m)^b · alike^c · fit^d · near^e · availability`, with the exponents from the [Lens].
/// Each [Term] is rounded as it is printed, before it is multiplied.
///
/// - *relevance* is the calibrated probability of `org.wellmet.relevance`.
/// - *m* is the number of mutual connections, damped by the logarithm of their degrees: each counts `ln 50 / ln d`,
///   at most 1 (after Adamic and Adar, *Friends and neighbors on the Web*, 2003).
/// - *bridge* is `(m/m*) e^(1 − m/m*)`, which peaks at `m*` mutual connections (Rajkumar et al., *A causal test of
///   the strength of weak ties*, Science, 2022), laid over a floor, so that nobody without a mutual connection is
///   worth nothing.
/// - *alike* is `1 - e^-s` over a floor, for `s` units of log-odds in traits that both share; *fit* is the same for
///   goals that complement each other.
/// - *near* is 1 in the same place and falls to a floor.
/// - *availability* is `load · alive`, in steps.
///
/// Immutable.
public final class SuggestionModel {
    /// Goes up with every change of a number or a formula here or in [Slate].
    public static final int VERSION = 3;

    /// What `m*` is until the operator says otherwise.
    public static final int USUAL_PEAK = 10;

    /// The greatest `m*` that an operator may set.
    public static final int MOST_PEAK = 100;

    /// A mutual connection of up to this degree counts as one: the number in `ClosenessIndex.DAMPED_COUNT`.
    public static final int USUAL_DEGREE = 50;

    /// The bridge of somebody without a mutual connection, and far beyond the peak.
    public static final double BRIDGE_FLOOR = 0.25;

    /// The nearness of somebody whose area is far away, or not said, or not shown.
    public static final double NEARNESS_FLOOR = 0.05;

    /// The likeness of somebody with whom nothing is shared.
    public static final double ALIKE_FLOOR = 0.1;

    /// The fit of somebody whose goals have nothing to do with the viewer's.
    public static final double FIT_FLOOR = 0.2;

    /// From so many mutual connections on a connection closes triangles rather than opening anything.
    public static final int TRIANGLES = 3;

    /// So many of the viewer's other connections one knows who stands in a circle.
    public static final int CIRCLE_TIES = 2;

    private static final List<Factor> FACTORS = List.of(Factor.values());
    private static final int LIGHT_LOAD = 5;
    private static final int HEAVY_LOAD = 20;
    private static final int FRESH_DAYS = 30;
    private static final int QUIET_DAYS = 180;
    private static final int GONE_DAYS = 365;
    private static final double HALF = 0.5;
    private static final double QUARTER = 0.25;

    private final int peak;

    /// With that `m*`.
    public SuggestionModel(int peak) {
        if (peak < 1 || peak > MOST_PEAK) {
            throw new IllegalArgumentException("m* must be within [1, " + MOST_PEAK + "], got " + peak);
        }
        this.peak = peak;
    }

    /// The `m*`.
    public int peak() {
        return peak;
    }

    /// How good a bridge so many mutual connections make: from [#BRIDGE_FLOOR] at 0 to 1 at the peak and down again.
    public double bridge(double damped) {
        double share = damped / peak;
        return over(BRIDGE_FLOOR, share * Math.exp(1 - share));
    }

    private static double over(double floor, double share) {
        return floor + (1 - floor) * share;
    }

    /// How far somebody is spared: 1 when few invitations wait for them and they were here lately, a half or a
    /// quarter otherwise, 0 when they have not been here for a year. The two parts are not to be told apart.
    public static double availability(int waitingCount, long daysAway) {
        if (daysAway > GONE_DAYS) {
            return 0;
        }
        double load = waitingCount <= LIGHT_LOAD ? 1 : waitingCount <= HEAVY_LOAD ? HALF : QUARTER;
        double alive = daysAway <= FRESH_DAYS ? 1 : daysAway <= QUIET_DAYS ? HALF : QUARTER;
        return Math.max(QUARTER, load * alive);
    }

    /// What the factor is for somebody.
    public double value(Factor factor, Prospect prospect) {
        return switch (factor) {
            case RELEVANCE -> prospect.relevance();
            case BRIDGE -> bridge(prospect.damped());
            case ALIKE -> over(ALIKE_FLOOR, prospect.likeness().alike());
            case FIT -> over(FIT_FLOOR, prospect.likeness().fit());
            case NEAR -> over(NEARNESS_FLOOR, prospect.likeness().near());
            case AVAILABILITY -> prospect.availability();
        };
    }

    /// The factors that the lens looks at, as they are printed.
    public List<Term> terms(Prospect prospect, Lens lens) {
        return FACTORS.stream()
                .filter(factor -> lens.exponent(factor) > 0)
                .map(factor -> term(factor, prospect, lens))
                .toList();
    }

    /// What all of it makes: the product of the [#terms].
    public double score(Prospect prospect, Lens lens) {
        double score = 1;
        for (Factor factor : FACTORS) {
            score *= lens.exponent(factor) > 0 ? term(factor, prospect, lens).power() : 1;
        }
        return score;
    }

    private Term term(Factor factor, Prospect prospect, Lens lens) {
        return Term.of(factor, value(factor, prospect), lens.exponent(factor));
    }
}
