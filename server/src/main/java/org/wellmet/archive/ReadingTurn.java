package org.wellmet.archive;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Lets one archive be read at a time: what is held until it lies in the database takes a good part of a small server's
/// memory, and two together could take all of it. First come, first served. Thread-safe.
@Component
final class ReadingTurn {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    @Autowired
    ReadingTurn() {
        this(PATIENCE);
    }

    ReadingTurn(Duration patience) {
        this.patience = patience;
    }

    /// What `read` gives; empty, with nothing read, when the turn did not come in time.
    <T> Optional<T> take(Supplier<T> read) {
        if (!comes()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.get());
        } finally {
            turn.release();
        }
    }

    private boolean comes() {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
