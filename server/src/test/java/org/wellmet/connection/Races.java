package org.wellmet.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.wellmet.member.MemberId;

/// Two verbs on one pair of members, barrier-started, again and again on fresh pairs, several pairs at a time.
abstract class Races extends ConnectionTest {
    private static final int LANES = 7;

    /// Two members who have never met.
    record Pair(MemberId one, MemberId other) {}

    /// What two racing threads do.
    record Verbs(Runnable left, Runnable right) {}

    /// Prepares a pair, and says what is to be raced on it.
    record Duel(Function<Pair, Verbs> verbs) {}

    /// The pairs that the duel left, after `times` races. Members are made in bulk: a race is what costs here.
    List<Pair> race(int times, Duel duel) {
        List<Pair> pairs = pairs(times);
        // Each lane races one pair at a time and has one opponent, so no lane waits for another.
        try (ExecutorService opponents = Executors.newFixedThreadPool(LANES);
                ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> running = new ArrayList<>();
            for (Pair pair : pairs) {
                running.add(lanes.submit(() -> race(pair, duel, opponents)));
            }
            running.forEach(Races::await);
        }
        return pairs;
    }

    private void race(Pair pair, Duel duel, ExecutorService opponents) {
        Verbs verbs = duel.verbs().apply(pair);
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
            refusedBySchema(refused);
        }
    }

    /// A verb that the schema had to stop: it changed nothing, and whether that is allowed is for the test to count.
    private void refusedBySchema(DataAccessException refused) {
        refusals.add(refused.getClass().getSimpleName());
    }

    /// Names of the refusals of the schema.
    final List<String> refusals = java.util.Collections.synchronizedList(new ArrayList<>());

    private static void await(Future<?> running) {
        try {
            running.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Pair> pairs(int count) {
        List<MemberId> all = sql.sql("""
                        INSERT INTO member (handle, name, status, joined_at)
                        SELECT 'racer-' || substr(md5(random()::text || number), 1, 24), 'Racer ' || number, 'ACTIVE', now()
                          FROM generate_series(1, :count) AS number
                        RETURNING id
                        """)
                .param("count", 2 * count)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(new Pair(all.get(2 * i), all.get(2 * i + 1)));
        }
        return pairs;
    }

    /// A waiting invitation of the first to the second, without the ceremony.
    long waiting(Pair pair) {
        return sql.sql("""
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at)
                        VALUES (:inviter, :invitee, 'PENDING', 'OTHER', 'We race', false, 'Because this is a race of two.',
                                now(), now() + interval '60 days')
                        RETURNING id
                        """)
                .param("inviter", pair.one().value())
                .param("invitee", pair.other().value())
                .query(Long.class)
                .single();
    }

    Duel acceptAgainstBlock() {
        return new Duel(pair -> {
            long id = waiting(pair);
            return new Verbs(() -> invitations.accept(pair.other(), id), () -> ties.block(pair.one(), pair.other()));
        });
    }

    Duel crossingInvitations() {
        return new Duel(pair -> new Verbs(
                () -> invitations.send(pair.one(), pair.other(), CLAIM, WHY),
                () -> invitations.send(pair.other(), pair.one(), CLAIM, WHY)));
    }

    boolean isBlocked(Pair pair) {
        return sql.sql("""
                        SELECT count(*) FROM block WHERE (member_id, other_id) IN ((:a, :b), (:b, :a))
                        """)
                        .param("a", pair.one().value())
                        .param("b", pair.other().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean isConnected(Pair pair) {
        return connections.areConnected(pair.one(), pair.other());
    }
}
