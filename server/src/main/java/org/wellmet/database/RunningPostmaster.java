package org.wellmet.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A postmaster that takes connections: our own child, or one that an earlier server left.
///
/// Immutable.
record RunningPostmaster(ProcessHandle process, int port) {
    private static final Duration POLL = Duration.ofMillis(50);

    long pid() {
        return process.pid();
    }

    /// Asks instead of waiting to be told: the notice of a process's end comes through the common pool, which may take
    /// no more work while the JVM shuts down.
    void awaitEnd() {
        while (process.isAlive()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
