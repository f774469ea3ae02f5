package org.wellmet.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wellmet.ServerTest;

/// A writer behind a transaction that runs a little longer, and ends without a word, waits for that one and not for
/// the next time the tail looks by itself.
class HeldBackTest extends ServerTest {
    private static final int TRIES = 5;

    @Test
    void aWriterWaitsHardlyLongerThanTheTransactionThatHoldsItsChangeBack() throws Exception {
        long shortest = Long.MAX_VALUE;
        for (int time = 0; time < TRIES; time++) {
            shortest = Math.min(shortest, nanosBehindAnother());
        }

        assertThat(Duration.ofNanos(shortest)).isLessThan(Duration.ofMillis(300));
    }

    private long nanosBehindAnother() throws Exception {
        CountDownLatch isRunning = new CountDownLatch(1);
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holding = other.submit(() -> transactions.run(() -> {
                sql.sql("SELECT pg_current_xact_id()::text").query(String.class).single();
                isRunning.countDown();
                sql.sql("SELECT pg_sleep(0.1)::text").query(String.class).single();
            }));
            isRunning.await();
            long begun = System.nanoTime();
            aMember("Held Back");
            long took = System.nanoTime() - begun;
            holding.get(1, TimeUnit.MINUTES);
            return took;
        }
    }
}
