package org.wellmet.notification;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// Hours of the day in which a member gets no mail, in the member's own time zone; they may reach over
/// midnight. Immutable.
///
/// @param from included
/// @param to not included, and another one than `from`
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours end at another time than they begin, got " + from);
        }
    }

    /// When they end, if it is quiet now.
    Optional<ZonedDateTime> endAt(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        boolean isAfterFrom = !time.isBefore(from);
        boolean isBeforeTo = time.isBefore(to);
        boolean isQuiet = from.isBefore(to) ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo;
        if (!isQuiet) {
            return Optional.empty();
        }
        ZonedDateTime today = now.with(to);
        return Optional.of(today.isAfter(now) ? today : now.plusDays(1).with(to));
    }
}
