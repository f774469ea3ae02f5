package org.wellmet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Two verbs against each other, barrier-started, again and again, several races at a time.
///
/// Confined to the test's thread, which waits until all are run.
public final class Races {
    /// As many as the pool of connections has room for, two connections each.
    private static final int LANES = 7;

    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());

    /// What two racing threads do.
    public record Verbs(Runnable left, Runnable right) {}

    /// Runs every race of the list.
    public void run(List<Verbs> races) {
        // Each lane runs one race at a time and has one opponent, so no lane waits for another.
        try (ExecutorService opponents = Executors.newFixedThreadPool(LANES);
                ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> running = new ArrayList<>();
            for (Verbs verbs : races) {
                running.add(lanes.submit(() -> run(verbs, opponents)));
            }
            running.forEach(Races::await);
        }
    }

    /// What the database had to refuse: it changed nothing, and whether that is allowed is for the test to say.
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /// Members in bulk, without the ceremony: a race is what costs here.
    public static List<MemberId> racers(JdbcClient sql, int count) {
        return sql.sql("""
                        INSERT INTO member (handle, name, status, joined_at)
                        SELECT 'racer-' || substr(md5(random()::text || number), 1, 24), 'Racer ' || number, 'ACTIVE', now()
                          FROM generate_series(1, :count) AS number
                        RETURNING id
                        """)
                .param("count", count)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
    }

    /// Makes the pair lock do nothing and turns the triggers off: for the controls, each on a database of its own.
    public static void takeTheLockAway(JdbcClient sql) {
        for (String statement : List.of(
                "CREATE OR REPLACE FUNCTION pair_lock(a bigint, b bigint) RETURNS void LANGUAGE plpgsql AS 'BEGIN END'",
                "ALTER TABLE connection DISABLE TRIGGER connection_needs_no_block",
                "ALTER TABLE block DISABLE TRIGGER block_needs_no_connection",
                "ALTER TABLE invitation DISABLE TRIGGER invitation_needs_no_block",
                "ALTER TABLE introduction DISABLE TRIGGER introduction_needs_no_block")) {
            sql.sql(statement).update();
        }
    }

    private void run(Verbs verbs, ExecutorService opponents) {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<?> left = opponents.submit(() -> go(start, verbs.left()));
        go(start, verbs.right());
        await(left);
    }

    private void go(CyclicBarrier start, Runnable verb) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
        try {
            verb.run();
        } catch (DataAccessException refused) {
            refusals.add(refused.getClass().getSimpleName() + " "
                    + refused.getMostSpecificCause().getMessage());
        }
    }

    private static void await(Future<?> running) {
        try {
            running.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
