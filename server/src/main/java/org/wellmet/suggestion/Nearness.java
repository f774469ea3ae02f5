package org.wellmet.suggestion;

import org.wellmet.relevance.Judgement;

/// How near somebody's area is, from what the viewer may see of it.
final class Nearness {
    private Nearness() {}

    /// 1 in the same place, 0 far away or unknown.
    static double of(Judgement judgement) {
        return judgement.contributions().stream()
                .filter(contribution -> contribution.signal().english().equals("Area"))
                .mapToDouble(contribution -> Math.clamp(contribution.value(), 0, 1))
                .max()
                .orElse(0);
    }
}
