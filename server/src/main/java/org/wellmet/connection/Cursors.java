package org.wellmet.connection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places in lists ordered by time and id, as they stand in addresses: `1763849000123456-42`, microseconds and id.
final class Cursors {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,16})-([0-9]{1,18})");

    private Cursors() {}

    /// A time and the id that decides between equal times.
    record Place(Instant at, long id) {}

    static String write(Instant at, long id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }

    /// Empty for whatever is no place: a list then starts at its start.
    static Optional<Place> read(String cursor) {
        Matcher matcher = SHAPE.matcher(cursor);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(matcher.group(2));
        Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
        return id == 0 ? Optional.empty() : Optional.of(new Place(at, id));
    }
}
