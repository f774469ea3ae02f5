package org.wellmet.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/// How long something takes that one thread does: by the clock and in its processor time.
final class Stopwatch {
    private final long wallStart = System.nanoTime();
    private final long processorStart = processorNanos();

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    double seconds() {
        return (System.nanoTime() - wallStart) / 1e9;
    }

    /// Whether so much processor time is used up, or ten times as much has passed. A machine that others use gives
    /// little of it, and a clock alone would stop before anything is compiled.
    boolean isOver(Duration time) {
        return processorNanos() - processorStart > time.toNanos()
                || System.nanoTime() - wallStart > 10 * time.toNanos();
    }

    private double processorSeconds() {
        return (processorNanos() - processorStart) / 1e9;
    }

    /// So many of something a second, both ways.
    String rate(long count) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s by the clock, %,.0f/s of processor time (%.2f s, %.2f s)",
                count / seconds(),
                count / processorSeconds(),
                seconds(),
                processorSeconds());
    }
}
