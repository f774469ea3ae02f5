package org.wellmet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/// How long each of many questions took: by the clock, and in processor time of the thread that asked, which is
/// what counts on a machine that others use too. Confined to one thread.
public final class Latencies {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long[] wallNanos = new long[1024];
    private long[] processorNanos = new long[1024];
    private int count;

    /// Measures one question.
    public void measure(Runnable question) {
        long wall = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        question.run();
        long processorEnd = THREADS.getCurrentThreadCpuTime();
        add(System.nanoTime() - wall, processorEnd - processor);
    }

    private void add(long wall, long processor) {
        if (count == wallNanos.length) {
            wallNanos = Arrays.copyOf(wallNanos, count * 2);
            processorNanos = Arrays.copyOf(processorNanos, count * 2);
        }
        wallNanos[count] = wall;
        processorNanos[count++] = processor;
    }

    public void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.wallNanos[i], others.processorNanos[i]);
        }
    }

    public int count() {
        return count;
    }

    /// By the clock.
    public double medianMicros() {
        long[] sorted = Arrays.copyOf(wallNanos, count);
        Arrays.sort(sorted);
        return sorted[count / 2] / 1e3;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "n %,d; clock %s; processor %s", count, quantiles(wallNanos), quantiles(processorNanos));
    }

    private String quantiles(long[] nanos) {
        if (count == 0) {
            return "none";
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %,.1f µs p99 %,.1f µs max %,.0f µs",
                sorted[count / 2] / 1e3,
                sorted[(int) (count * 0.99)] / 1e3,
                sorted[count - 1] / 1e3);
    }
}
