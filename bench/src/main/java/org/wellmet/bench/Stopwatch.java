package org.wellmet.bench;

import java.lang.management.ManagementFactory;
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
