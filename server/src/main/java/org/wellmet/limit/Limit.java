package org.wellmet.limit;

import java.time.Duration;

/// So many times in so long, refilled evenly: of 30 an hour, one comes back every two minutes. Immutable.
///
/// @param name unique over all features and stable, such as `update.share`: two routes to one action share it
/// @param why what the limit is against and why this high, for the reader of the code and of the operator's page
public record Limit(String name, int count, Duration period, String why) {
    public Limit {
        if (!name.matches("[a-z]+(\\.[a-z-]+)+") || name.length() > 60) {
            throw new IllegalArgumentException("limit name must be like feature.action, got " + name);
        }
        if (count < 1 || period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(Duration.ofDays(31)) > 0) {
            throw new IllegalArgumentException(
                    "limit must be at least 1 within 1 second to 31 days, got " + count + " in " + period);
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("limit " + name + " must say why");
        }
    }
}
