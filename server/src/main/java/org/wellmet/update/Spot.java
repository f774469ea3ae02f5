package org.wellmet.update;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a list that is newest first: everything older lies behind it. Ties in time are broken by id.
record Spot(Instant at, long id) {
    /// Before the newest there can be.
    static final Spot TOP = new Spot(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

    /// Reads what [#toString] wrote; the top for an empty text, nothing for any other.
    static Optional<Spot> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(TOP);
        }
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(new Spot(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
