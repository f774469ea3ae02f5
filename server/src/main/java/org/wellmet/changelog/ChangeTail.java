package org.wellmet.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;

/// Follows the change log and feeds this node's projections, on one thread of its own.
///
/// It starts by rebuilding every projection from one snapshot, before the server takes requests, and then reads in
/// batches, woken by `NOTIFY`. It keeps a database connection of its own: writers that wait for the tail must never
/// keep it from reading. A failure of the database or of a projection leads to another rebuild after a pause; nothing
/// is skipped.
///
/// | field | writer | guard |
/// |---|---|---|
/// | `cursor`, `prunedAt` | tail thread | confined |
/// | `passedXid` | tail thread | `lock`, condition `moved` |
/// | `isRunning` | lifecycle | volatile |
@Component
public final class ChangeTail implements SmartLifecycle {
    /// How many changes a projection is handed at once: bounds memory and the time until others may read.
    public static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTail.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /// What every running node has passed is of use to one that starts from a file it kept ([ChangeHistory]).
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);

    private final DataSource pool;
    private final Transactions transactions;
    private final JdbcClient pooledSql;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    private volatile boolean isRunning;
    private @Nullable Thread thread;
    private Position cursor = Position.START;
    private Instant prunedAt = Instant.EPOCH;
    private long passedXid;

    ChangeTail(
            DataSource pool,
            JdbcClient sql,
            Transactions transactions,
            List<Projection> projections,
            InstantSource clock) {
        this.pool = pool;
        this.pooledSql = sql;
        this.transactions = transactions;
        this.projections = List.copyOf(projections);
        this.clock = clock;
    }

    /// Waits until this node's projections have passed transaction `xid`; false when that takes longer than `patience`.
    public boolean awaitPassed(long xid, Duration patience) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (passedXid <= xid) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        rebuild();
        isRunning = true;
        thread = Thread.ofPlatform().name("change-tail").daemon().start(this::follow);
    }

    @Override
    public void stop() {
        isRunning = false;
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /// Before the web server (which starts last and stops first), so that no request sees a projection half built.
    @Override
    public int getPhase() {
        return 0;
    }

    private void rebuild() {
        long horizon = transactions.readOneSnapshot(() -> {
            long xid = new ChangeStore(pooledSql).horizon();
            projections.forEach(Projection::rebuild);
            return xid;
        });
        cursor = new Position(horizon, 0);
        pass(horizon);
    }

    private void follow() {
        boolean isBroken = false;
        while (isRunning) {
            try {
                if (isBroken) {
                    rebuild();
                    isBroken = false;
                }
                followUntilStopped();
            } catch (SQLException | RuntimeException failure) { // the tail is where failures of the world end
                isBroken = true;
                if (isRunning) {
                    LOG.warn("The change log could not be followed; the projections will be rebuilt", failure);
                    pause();
                }
            }
        }
    }

    private void followUntilStopped() throws SQLException {
        try (Connection own = pool.getConnection()) {
            PGConnection wakeUps = own.unwrap(PGConnection.class);
            JdbcClient ownSql = JdbcClient.create(new SingleConnectionDataSource(own, true));
            ownSql.sql("LISTEN change").update();
            try {
                follow(new ChangeStore(ownSql), wakeUps);
            } finally { // the pool takes the connection back, and nobody else reads what it hears
                ownSql.sql("UNLISTEN change").update();
            }
        }
    }

    private void follow(ChangeStore changes, PGConnection wakeUps) throws SQLException {
        ListenTime listen = new ListenTime();
        boolean wasSilent = false;
        while (isRunning) {
            ChangeStore.Batch batch = drain(changes);
            if (batch.changes().size() < BATCH) {
                prune(changes);
                wasSilent = wakeUps.getNotifications(listen.millis(batch, wasSilent)).length == 0;
            }
        }
    }

    private void prune(ChangeStore changes) {
        Instant now = clock.instant();
        if (prunedAt.plus(BETWEEN_PRUNINGS).isBefore(now)) {
            changes.prune(now.minus(KEPT));
            prunedAt = now;
        }
    }

    /// Hands on the next batch. There may be more when it is full.
    private ChangeStore.Batch drain(ChangeStore changes) {
        ChangeStore.Batch batch = changes.after(cursor, BATCH);
        List<Change> next = batch.changes();
        if (!next.isEmpty()) {
            projections.forEach(projection -> projection.apply(next));
            cursor = next.getLast().position();
        }
        if (next.size() < BATCH) {
            pass(batch.horizon());
        }
        return batch;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            isRunning = false;
        }
    }

    private void pass(long xid) {
        lock.lock();
        try {
            passedXid = Math.max(passedXid, xid);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
