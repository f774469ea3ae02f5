package org.wellmet.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is moved, or ticks at each reading. Thread-safe.
public final class FakeClock implements InstantSource {
    private final AtomicReference<Instant> current = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    private volatile Duration tick = Duration.ZERO;

    @Override
    public Instant instant() {
        return current.getAndUpdate(instant -> instant.plus(tick));
    }

    /// Moves by so much at each reading from now on; by nothing, it stands again.
    public void tickBy(Duration step) {
        tick = step;
    }

    public void forward(Duration duration) {
        current.updateAndGet(instant -> instant.plus(duration));
    }
}
