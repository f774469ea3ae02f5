package org.wellmet.introduction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.wellmet.member.MemberId;

/// Two verbs on one introduction, barrier-started, again and again on fresh trios, several at a time.
abstract class IntroductionRaces extends IntroductionTest {
    private static final int LANES = 6;

    /// What can happen to an introduction, by anyone.
    final Map<String, Consumer<Race>> verbs = verbs();

    /// A trio and its introduction; no id where none is asked yet.
    record Race(Trio trio, long id) {}

    /// Names of what the database had to refuse: it changed nothing, and whether that is allowed is for the test to
    /// say.
    final List<String> refusals = Collections.synchronizedList(new ArrayList<>());

    private Map<String, Consumer<Race>> verbs() {
        Map<String, Consumer<Race>> all = new LinkedHashMap<>();
        all.put("forward", race -> introductions.forward(race.trio().connector(), race.id(), WORDS));
        all.put("connector declines", race -> declineUnseen(race.trio().connector(), race.id()));
        all.put("accept", race -> introductions.accept(race.trio().target(), race.id()));
        all.put("target declines", race -> declineUnseen(race.trio().target(), race.id()));
        all.put("withdraw", race -> introductions.withdraw(race.trio().asker(), race.id()));
        all.put(
                "lapse",
                race -> sql.sql("UPDATE introduction SET expires_at = now() WHERE id = :id")
                        .param("id", race.id())
                        .update());
        all.put(
                "asker blocks target",
                race -> ties.block(race.trio().asker(), race.trio().target()));
        all.put(
                "target blocks asker",
                race -> ties.block(race.trio().target(), race.trio().asker()));
        all.put(
                "connector blocks asker",
                race -> ties.block(race.trio().connector(), race.trio().asker()));
        all.put(
                "target blocks connector",
                race -> ties.block(race.trio().target(), race.trio().connector()));
        all.put(
                "connector leaves asker",
                race -> ties.remove(race.trio().connector(), race.trio().asker()));
        all.put(
                "target leaves connector",
                race -> ties.remove(race.trio().target(), race.trio().connector()));
        all.put("asker deletes account", race -> members.delete(race.trio().asker()));
        all.put("connector deletes account", race -> members.delete(race.trio().connector()));
        all.put("target deletes account", race -> members.delete(race.trio().target()));
        all.put("ask", race -> ask(race.trio()));
        return all;
    }

    /// The races that were run, `times` of one verb against another, all from one state.
    List<Race> race(int times, IntroductionStatus from, String left, String right) {
        List<Race> races = races(times, from);
        Consumer<Race> one = verbs.getOrDefault(left, IntroductionRaces::unknown);
        Consumer<Race> other = verbs.getOrDefault(right, IntroductionRaces::unknown);
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * LANES)) {
            for (int at = 0; at < times; at += LANES) {
                List<Future<?>> running = new ArrayList<>();
                for (Race race : races.subList(at, Math.min(at + LANES, times))) {
                    CyclicBarrier start = new CyclicBarrier(2);
                    running.add(threads.submit(() -> go(start, () -> one.accept(race))));
                    running.add(threads.submit(() -> go(start, () -> other.accept(race))));
                }
                running.forEach(IntroductionRaces::await);
            }
        }
        return races;
    }

    private static void unknown(Race race) {
        throw new IllegalArgumentException("no such verb");
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

    /// Trios in bulk, without the ceremony: a race is what costs here. Without a state, nothing is asked.
    private List<Race> races(int count, IntroductionStatus from) {
        List<MemberId> all = sql.sql("""
                        INSERT INTO member (handle, name, status, joined_at)
                        SELECT 'racer-' || substr(md5(random()::text || number), 1, 24), 'Racer ' || number, 'ACTIVE', now()
                          FROM generate_series(1, :count) AS number
                        RETURNING id
                        """)
                .param("count", 3 * count)
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list();
        List<Race> races = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Trio trio = new Trio(all.get(3 * i), all.get(3 * i + 1), all.get(3 * i + 2));
            connected(trio.asker(), trio.connector());
            connected(trio.connector(), trio.target());
            races.add(new Race(trio, from == IntroductionStatus.LAPSED ? 0 : written(trio, from)));
        }
        return races;
    }

    private long written(Trio trio, IntroductionStatus status) {
        return sql.sql("""
                        INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, words,
                                                  asked_at, expires_at, forwarded_at)
                        SELECT :asker, :connector, :target, :status, 'Because this is a race.', 'Because this is a race.',
                               CASE WHEN :status = 'FORWARDED' THEN 'Because this is a race.' END, now(),
                               now() + interval '20 days', CASE WHEN :status = 'FORWARDED' THEN now() END
                        RETURNING id
                        """)
                .param("asker", trio.asker().value())
                .param("connector", trio.connector().value())
                .param("target", trio.target().value())
                .param("status", status.name())
                .query(Long.class)
                .single();
    }

    /// What must never be, of any introduction of the trio; empty when all is well.
    List<String> faults(Race race) {
        return sql.sql("""
                        WITH three AS (SELECT :asker::bigint AS asker, :connector::bigint AS connector, :target::bigint AS target)
                        SELECT 'connected and blocked' FROM three
                         WHERE EXISTS (SELECT 1 FROM connection JOIN block USING (member_id, other_id)
                                        WHERE member_id IN (asker, connector, target) AND other_id IN (asker, connector, target))
                        UNION ALL
                        SELECT 'open and blocked' FROM introduction, three
                         WHERE asker_id = asker AND status IN ('ASKED', 'FORWARDED')
                           AND EXISTS (SELECT 1 FROM block
                                        WHERE member_id IN (asker, connector, target) AND other_id IN (asker, connector, target))
                        UNION ALL
                        SELECT 'open and not whole' FROM introduction, three
                         WHERE asker_id = asker AND status IN ('ASKED', 'FORWARDED')
                           AND (NOT EXISTS (SELECT 1 FROM connection WHERE member_id = asker AND other_id = connector)
                                OR NOT EXISTS (SELECT 1 FROM connection WHERE member_id = connector AND other_id = target)
                                OR EXISTS (SELECT 1 FROM connection WHERE member_id = asker AND other_id = target))
                        UNION ALL
                        SELECT 'accepted and neither connected nor blocked' FROM introduction, three
                         WHERE asker_id = asker AND status = 'ACCEPTED'
                           AND NOT EXISTS (SELECT 1 FROM connection WHERE member_id = asker AND other_id = target)
                           AND NOT EXISTS (SELECT 1 FROM block WHERE (member_id, other_id) IN ((asker, target), (target, asker)))
                        UNION ALL
                        SELECT 'connected without a yes' FROM three
                         WHERE EXISTS (SELECT 1 FROM connection WHERE member_id = asker AND other_id = target)
                           AND NOT EXISTS (SELECT 1 FROM introduction WHERE asker_id = asker AND status = 'ACCEPTED')
                        """)
                .param("asker", race.trio().asker().value())
                .param("connector", race.trio().connector().value())
                .param("target", race.trio().target().value())
                .query(String.class)
                .list();
    }
}
