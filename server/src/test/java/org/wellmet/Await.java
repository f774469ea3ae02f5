package org.wellmet;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what another process does, which tells nobody when it is done: never longer than is said.
public final class Await {
    private static final long PAUSE_NANOS = 5_000_000;

    private Await() {}

    /// Returns when the condition holds; fails with `what` and what `told` knows when it does not in time.
    public static void until(String what, Duration patience, Callable<Boolean> condition, Callable<?> told)
            throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " within " + patience + ", but:\n" + told.call());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
