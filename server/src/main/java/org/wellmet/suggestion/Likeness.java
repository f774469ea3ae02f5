package org.wellmet.suggestion;

import org.wellmet.relevance.Reason;
import org.wellmet.relevance.Sharing;

/// What speaks for somebody besides their relevance as a whole: the numbers that lenses look at, as shares.
///
/// @param alike how much the two share of what they are and can: `1 - e^-s` for `s` units of log-odds
/// @param fit how well their goals complement each other, in the same way
/// @param near 1 in the same place, 0 far away or unknown
public record Likeness(double alike, double fit, double near) {
    /// Nothing of all that.
    public static final Likeness NONE = new Likeness(0, 0, 0);

    static final String GOAL = "goal";
    static final String AREA = "area";
    static final String SHARED = "shared";

    /// Refuses what is no share.
    public Likeness {
        requireShare("alike", alike);
        requireShare("fit", fit);
        requireShare("near", near);
    }

    /// By what the two say alike, as far as the viewer may read it.
    public static Likeness of(Sharing sharing, double near) {
        double fit = sharing.of(GOAL);
        return new Likeness(share(sharing.sum() - fit - sharing.of(AREA)), share(fit), near);
    }

    private static double share(double logOdds) {
        return 1 - Math.exp(-Math.max(0, logOdds));
    }

    /// Whether reasons of that kind are something that both are or can: no goal, no area and nobody in between.
    static boolean isShared(String kind) {
        return switch (kind) {
            case GOAL, AREA, Reason.MUTUAL -> false;
            default -> true;
        };
    }

    static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) { // written so that NaN fails, too
            throw new IllegalArgumentException(name + " must be within [0, 1], got " + value);
        }
    }
}
