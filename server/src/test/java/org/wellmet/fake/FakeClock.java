package org.wellmet.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is moved. Thread-safe.
public final class FakeClock implements InstantSource {
    private final AtomicReference<Instant> current = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    @Override
    public Instant instant() {
        return current.get();
    }

    public void forward(Duration duration) {
        current.updateAndGet(instant -> instant.plus(duration));
    }
}
