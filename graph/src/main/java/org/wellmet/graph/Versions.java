package org.wellmet.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The current version, how it is taken, replaced, and how the memory of the replaced ones is given back.
///
/// | field | written by | guarded by | published by |
/// | --- | --- | --- | --- |
/// | `current` | whoever applies a batch or installs a compaction | the lock `writing` | volatile |
/// | `compaction` | whoever applies a batch | the lock `writing` | |
///
/// 1. *Read once*: a question reads `current` through [#look] and never again.
/// 2. *One compaction at a time*, and only a compaction replaces the base: so the base it reads from stays.
/// 3. A replaced base is freed when [Leases] says that nobody is inside.
///
/// Thread-safe.
final class Versions implements AutoCloseable {
    /// Below so many ints, a compaction is not worth its trouble, however small the base.
    private static final long MIN_DELTA = 1 << 16;

    /// The delta may weigh this part of the base, at some eight ints for a list that changed: each compaction pays
    /// for a whole base, and each list that changed costs its readers a second look.
    private static final int BASE_PER_DELTA = 64;

    private final Object writing = new Object();
    private final Queue<Scratch> scratches =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    private volatile Version current;
    private @Nullable Thread compaction;

    Versions(Version start) {
        this.current = start;
    }

    /// The current version, for what needs no edges.
    Version current() {
        return open(current);
    }

    /// The current version under a rule, with a lease on its base that closing the view gives back. Does not
    /// block.
    View look(VisibilityRule rule) {
        Lease lease = lease();
        boolean isLent = false;
        try {
            Scratch pooled = scratches.poll();
            Scratch scratch = pooled == null ? new Scratch() : pooled;
            View view = new View(lease.version, rule, scratch, () -> {
                lease.end();
                scratches.offer(scratch);
            });
            isLent = true;
            return view;
        } finally {
            if (!isLent) {
                lease.end(); // or whoever frees the base would wait forever
            }
        }
    }

    /// Saves the current version; answers its position.
    LogPosition save(Path place, UUID source) {
        Lease lease = lease();
        try {
            SnapshotWriter.write(lease.version, source, place);
            return lease.version.position();
        } finally {
            lease.end();
        }
    }

    private record Lease(Version version, int stripe) {
        void end() {
            version.edges().base().leases().leave(stripe);
        }
    }

    private Lease lease() {
        while (true) {
            Version version = open(current);
            Lease lease = new Lease(version, version.edges().base().leases().enter());
            if (current.edges().base() == version.edges().base()) { // "enter, then look again"
                return lease;
            }
            lease.end();
        }
    }

    private static Version open(Version version) {
        if (version.edges().base() == Foundation.CLOSED) {
            throw new IllegalStateException("the graph is closed");
        }
        return version;
    }

    void apply(List<? extends GraphChange> changes, LogPosition upTo) {
        synchronized (writing) {
            Version next = new Batch(open(current)).after(changes, upTo);
            current = next;
            long tolerated = Math.max(MIN_DELTA, next.edges().base().entryCount() / BASE_PER_DELTA);
            if (next.edges().delta().weight() > tolerated && (compaction == null || !compaction.isAlive())) {
                compaction =
                        Thread.ofPlatform().daemon().name("graph-compaction").start(this::rewrite);
            }
        }
    }

    /// Writes the current version down as a base while batches go on, then puts it under what has changed since.
    private void rewrite() {
        Version start = current;
        Foundation rewritten = Rewriting.of(start);
        install(rewritten, start);
        release(start.edges().base());
    }

    private void install(Foundation rewritten, Version start) {
        boolean isInstalled = false;
        synchronized (writing) {
            try {
                current = current.rebased(rewritten, start);
                isInstalled = true;
            } finally {
                if (!isInstalled) {
                    rewritten.free();
                }
            }
        }
    }

    private static void release(Foundation base) {
        if (base != Foundation.CLOSED) {
            base.leases().awaitNone();
            base.free();
        }
    }

    /// Compacts now, after any compaction under way, and waits for it.
    void compact() {
        synchronized (writing) {
            awaitCompaction();
            rewrite();
        }
    }

    /// Holding the lock keeps the next compaction from starting, and the one under way from installing: so it is
    /// let in.
    private void awaitCompaction() {
        boolean wasInterrupted = false;
        while (compaction != null && compaction.isAlive()) {
            try {
                writing.wait(1);
            } catch (InterruptedException interruption) {
                wasInterrupted = true; // not a reason to free what is being read
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Foundation last;
        synchronized (writing) {
            awaitCompaction();
            last = current.edges().base();
            current = Version.closed();
        }
        release(last);
    }
}
