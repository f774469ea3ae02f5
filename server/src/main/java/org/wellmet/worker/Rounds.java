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
/// A round that fails is logged, and the next one comes as if nothing had happened. Two never run at once, unless one
/// outlives [#stop] by more than that waits. No round begins after it, even where the one under way took the
/// interrupt for itself.
///
/// Thread-safe: `run` is written by the lifecycle alone and volatile; whoever wakes adds to a semaphore,
/// which the next round takes whole.
public final class Rounds implements SmartLifecycle {
    // For the round under way when the server stops; it is interrupted.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Run run;

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
        Run begun = new Run();
        run = begun;
        begun.thread.start();
    }

    @Override
    public void stop() {
        Run running = run;
        run = null;
        if (running != null) {
            running.isOver = true;
            running.thread.interrupt();
            try {
                boolean _ = running.thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    /// From one start to the stop after it. `isOver` is written by who stops it and read by its own thread.
    private final class Run {
        private final Thread thread = Thread.ofVirtual().name(name).unstarted(this::goOn);
        private volatile boolean isOver;

        private void goOn() {
            while (!isOver) {
                try {
                    round.run();
                } catch (RuntimeException failure) { // as a scheduler's: one round's fault keeps no other back
                    LOG.warn("a round of {} failed; the next is due in {}", name, pause, failure);
                }
                try {
                    if (!isOver) {
                        boolean _ = wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
                        wakes.drainPermits();
                    }
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }
}
