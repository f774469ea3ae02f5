package org.wellmet.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The same work again and again on one virtual thread: at the start, and then whenever it is woken or a
/// pause is over.
///
/// A round that fails is logged, and the next one comes as if nothing had happened. Two never run at once.
///
/// Thread-safe: `thread` is written by the lifecycle alone and volatile; whoever wakes adds to a semaphore,
/// which the next round takes whole.
public final class Rounds implements SmartLifecycle {
    // For the round under way when the server stops; it is interrupted.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /// @param name the thread's
    /// @param pause between two rounds when nobody wakes
    public Rounds(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    /// Lets a round begin at once, or behind the one under way.
    public void wake() {
        wakes.release();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::goUntilInterrupted);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                boolean _ = running.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void goUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                round.run();
            } catch (RuntimeException failure) { // as a scheduler's: one round's fault must not keep back all others
                LOG.warn("a round of {} failed; the next is due in {}", name, pause, failure);
            }
            try {
                boolean _ = wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
                wakes.drainPermits();
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
