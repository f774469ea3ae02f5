package org.wellmet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Rounds of work on a thread of their own.
class RoundsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Semaphore done = new Semaphore(0);

    @Test
    void oneComesAtTheStartAndOneForEachTimeItIsWoken() throws InterruptedException {
        Rounds rounds = new Rounds("test", NEVER, done::release);
        rounds.start();
        assertThat(isDoneOnceMore()).isTrue();

        rounds.wake();

        assertThat(isDoneOnceMore()).isTrue();
        rounds.stop();
    }

    @Test
    void theNextComesByItselfWhenThePauseIsOver() throws InterruptedException {
        Rounds rounds = new Rounds("test", Duration.ofMillis(1), done::release);
        rounds.start();

        assertThat(done.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }

    @Test
    void wakesDuringARoundMakeOneMore() throws InterruptedException {
        Semaphore gate = new Semaphore(0);
        AtomicInteger count = new AtomicInteger();
        Rounds rounds = new Rounds("test", NEVER, () -> {
            count.incrementAndGet();
            done.release();
            gate.acquireUninterruptibly();
        });
        rounds.start();
        assertThat(isDoneOnceMore()).isTrue();
        rounds.wake();
        rounds.wake();
        rounds.wake();

        gate.release(2);

        assertThat(isDoneOnceMore()).isTrue();
        gate.release(10);
        rounds.stop();
        assertThat(count).hasValue(2);
    }

    @Test
    void oneThatFailsKeepsNoOtherBack() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Rounds rounds = new Rounds("test", NEVER, () -> {
            done.release();
            if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("the first fails");
            }
        });
        rounds.start();
        assertThat(isDoneOnceMore()).isTrue();

        rounds.wake();

        assertThat(isDoneOnceMore()).isTrue();
        rounds.stop();
    }

    @Test
    void whenItHasStoppedNoneIsUnderWayAndNoneComes() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        Rounds rounds = new Rounds("test", Duration.ofNanos(1), () -> {
            underWay.incrementAndGet();
            done.release();
            underWay.decrementAndGet();
        });
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        assertThat(isDoneOnceMore()).isTrue();

        rounds.stop();

        assertThat(rounds.isRunning()).isFalse();
        assertThat(underWay).hasValue(0);
        int soFar = done.drainPermits();
        rounds.wake();
        assertThat(done.tryAcquire(200, TimeUnit.MILLISECONDS))
                .as("none after the %d before", soFar)
                .isFalse();
    }

    @Test
    void oneThatTakesTheInterruptForItselfIsTheLastOfItsRun() throws InterruptedException {
        Semaphore gate = new Semaphore(0);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Rounds rounds = new Rounds("test", Duration.ofNanos(1), () -> {
            threads.add(Thread.currentThread());
            done.release();
            try {
                gate.acquire();
            } catch (InterruptedException _) {
                gate.release(1000); // and the flag is gone
            }
        });
        rounds.start();
        assertThat(isDoneOnceMore()).isTrue();

        rounds.stop();

        done.drainPermits();
        assertThat(done.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(threads).hasSize(1).noneMatch(Thread::isAlive);
        threads.clear();
        rounds.start();
        assertThat(done.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(threads).as("one run, one thread").hasSize(1).noneMatch(Thread::isAlive);
    }

    private boolean isDoneOnceMore() throws InterruptedException {
        return done.tryAcquire(10, TimeUnit.SECONDS);
    }
}
