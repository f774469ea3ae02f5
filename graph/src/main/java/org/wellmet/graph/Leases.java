package org.wellmet.graph;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/// How many readers are inside a piece of memory that will be freed by hand.
///
/// *Enter, then look again*: a reader counts itself in and only then checks that the memory is still the current
/// one; if not it leaves without having touched it. The writer makes other memory the current one and only then
/// waits for the counts. Both sides write first and read second, with volatile meaning, so one of the two always
/// sees the other.
///
/// The count is spread over stripes on cache lines of their own, so that readers on different cores do not
/// contend.
///
/// Thread-safe.
final class Leases {
    private static final int STRIPES = 16;
    private static final int INTS_PER_LINE = 32; // two cache lines, since they are fetched in pairs

    private final AtomicIntegerArray counts = new AtomicIntegerArray(STRIPES * INTS_PER_LINE);

    /// Counts the current thread in and answers the stripe to leave by. O(1).
    int enter() {
        int stripe = (int) (Thread.currentThread().threadId() % STRIPES) * INTS_PER_LINE;
        counts.incrementAndGet(stripe);
        return stripe;
    }

    void leave(int stripe) {
        int left = counts.decrementAndGet(stripe);
        assert left >= 0 : "left more often than entered";
    }

    /// Waits until each stripe has been seen empty. Whoever enters a stripe later sees that it is too late.
    void awaitNone() {
        for (int stripe = 0; stripe < STRIPES * INTS_PER_LINE; stripe += INTS_PER_LINE) {
            while (counts.get(stripe) != 0) {
                LockSupport.parkNanos(100_000);
            }
        }
    }
}
