package org.wellmet.update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.wellmet.member.Members;

/// How many members are here, at most a minute old: every home page says it, and counting them is a scatter.
///
/// Thread-safe: one volatile reference to an immutable count; two threads that count at once do no harm.
@Component
final class Headcount {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Members members;
    private final InstantSource clock;
    private volatile Counted last = new Counted(0, Instant.EPOCH);

    Headcount(Members members, InstantSource clock) {
        this.members = members;
        this.clock = clock;
    }

    long members() {
        Counted counted = last;
        Instant instant = clock.instant();
        if (counted.at().plus(FRESH).isBefore(instant)) {
            counted = new Counted(members.activeCount(), instant);
            last = counted;
        }
        return counted.count();
    }

    private record Counted(long count, Instant at) {}
}
