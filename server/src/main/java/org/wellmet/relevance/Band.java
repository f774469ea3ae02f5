package org.wellmet.relevance;

/// How many ties a viewer has: a newcomer is carried by traits, a connected member by mutual connections, so each band
/// has weights of its own.
enum Band {
    NEWCOMER(0),
    FIRST_TIES(1),
    SOME_TIES(3),
    CONNECTED(10);

    private final int fewest;

    Band(int fewest) {
        this.fewest = fewest;
    }

    static Band of(int ties) {
        Band band = NEWCOMER;
        for (Band each : values()) {
            band = ties >= each.fewest ? each : band;
        }
        return band;
    }

    /// The fewest ties that belong to it.
    int fewest() {
        return fewest;
    }
}
