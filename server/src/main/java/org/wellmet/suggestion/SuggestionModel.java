package org.wellmet.suggestion;

/// The formula of suggestions, printed on a page of its own: change it and [#VERSION] together.
///
/// `score = relevance^a · bridge(m)^b · near^c · availability`, with `a`, `b`, `c` from the [Lens].
///
/// - *relevance* is the calibrated probability of `org.wellmet.relevance`.
/// - *m* is the number of mutual connections, damped by the logarithm of their degrees: each counts `ln 50 / ln d`,
///   at most 1 (after Adamic and Adar, *Friends and neighbors on the Web*, 2003).
/// - *bridge* is `(m/m*) e^(1 − m/m*)`, which peaks at `m*` mutual connections (Rajkumar et al., *A causal test of
///   the strength of weak ties*, Science, 2022), laid over a floor, so that nobody without a mutual connection is
///   worth nothing.
/// - *near* is 1 in the same place and falls to a floor.
/// - *availability* is `load · alive`, in steps.
///
/// Immutable.
public final class SuggestionModel {
    /// Goes up with every change of a number or a formula here or in [Slate].
    public static final int VERSION = 1;

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

    /// From so many mutual connections on a connection closes triangles rather than opening anything.
    public static final int TRIANGLES = 3;

    /// So many of the viewer's other connections one knows who stands in a circle.
    public static final int CIRCLE_TIES = 2;

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
        return BRIDGE_FLOOR + (1 - BRIDGE_FLOOR) * share * Math.exp(1 - share);
    }

    /// The nearness as a factor.
    public static double near(double nearness) {
        return NEARNESS_FLOOR + (1 - NEARNESS_FLOOR) * nearness;
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

    /// What all of it makes.
    public double score(Prospect prospect, Lens lens) {
        return Math.pow(prospect.relevance(), lens.relevanceWeight())
                * Math.pow(bridge(prospect.damped()), lens.bridgeWeight())
                * Math.pow(near(prospect.nearness()), lens.nearnessWeight())
                * prospect.availability();
    }
}
