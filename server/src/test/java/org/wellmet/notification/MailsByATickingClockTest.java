package org.wellmet.notification;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// All of it again with a clock that runs: no two readings are the same, and none is a whole number of
/// microseconds, which the database would keep.
class MailsByATickingClockTest extends NotificationMailsTest {
    @BeforeEach
    void tick() {
        clock.tickBy(Duration.ofNanos(1_234_567));
    }

    @AfterEach
    void stand() {
        clock.tickBy(Duration.ZERO);
    }
}
