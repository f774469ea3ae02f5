package org.wellmet.connection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places in lists ordered by time and id, as they stand in addresses: `1763849000123456-42`, microseconds and id.
public final class Cursors {
    /// Before the first of any list, latest first.
    public static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,16})-([0-9]{1,18})");

    private Cursors() {}

    /// A time and the id that decides between equal times.
    public record Place(Instant at, long id) {}

    /// As it stands in an address.
    public static String write(Instant at, long id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }

    /// Empty for whatever is no place: a list then starts at its start.
    public static Optional<Place> read(String cursor) {
        Matcher matcher = SHAPE.matcher(cursor);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(matcher.group(2));
        Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
        return id == 0 ? Optional.empty() : Optional.of(new Place(at, id));
    }
}
