package org.wellmet.account;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Work whose amount would tell whether a mail address has an account: it is taken on before that is looked up and
/// done after the answer, one errand after the other, so that no answer's time depends on it.
///
/// What a crash loses is lost: an errand is nothing that must happen. Thread-safe.
@Component
public final class Errands implements SmartLifecycle {
    /// Twice what [AccountLimits] let everybody ask for in an hour; what is beyond is dropped, known address or not.
    private static final int MOST_WAITING = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final ThreadPoolExecutor runner = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("errands").factory(),
            (_, _) -> LOG.warn("an errand was dropped: {} wait", MOST_WAITING));

    private volatile boolean isRunning;

    /// Takes on an errand and returns at once.
    public void take(Runnable errand) {
        runner.execute(() -> {
            try {
                errand.run();
            } catch (DataAccessException | TransactionException failure) {
                LOG.warn("an errand was not done", failure);
            }
        });
    }

    /// Returns when all that was taken on before is done, or after a while; says whether it is done.
    public boolean awaitDone() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        runner.execute(reached::countDown);
        return reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void start() {
        isRunning = true;
    }

    /// Does what waits, while the database is still there.
    @Override
    public void stop() {
        isRunning = false;
        try {
            boolean _ = awaitDone();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
