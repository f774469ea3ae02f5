package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.Visitor;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;

/// Many at once: one effect, one notification, no limit overrun.
class IntroductionParallelTest extends IntroductionRoutes {
    @ParameterizedTest(name = "{0}/introductions") // T13
    @ValueSource(strings = {"", "/api"})
    void sixtyFourParallelAcceptsMakeOneConnectionAndTellOnce(String api)
            throws ExecutionException, InterruptedException {
        Trio trio = aTrio();
        long id = forwarded(trio);

        oneOfSixtyFourIsTaken(trio, api + "/introductions/" + ID + "/accept", id);

        assertThat(count(
                        "SELECT count(*) FROM change WHERE kind = :kind AND member_id = :a AND other_id = :b",
                        "kind",
                        Connections.MADE,
                        "a",
                        trio.target().value(),
                        "b",
                        trio.asker().value()))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM notification WHERE member_id = :a AND kind = 'INTRODUCTION_ACCEPTED'",
                        "a",
                        trio.asker().value()))
                .isEqualTo(1);
    }

    @Test // T14
    void sixteenParallelAsksNeverOverrunTheLimits() throws ExecutionException, InterruptedException {
        MemberId asker = aMember("Eager Asker");
        MemberId connector = aMember("Cora Connector");
        connected(asker, connector);
        List<MemberId> targets = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            MemberId target = aMember("Target " + (char) ('A' + i));
            connected(connector, target);
            targets.add(target);
        }
        List<Callable<AskOutcome>> asks = targets.stream()
                .<Callable<AskOutcome>>map(target -> () -> ask(new Trio(asker, connector, target)))
                .toList();
        List<AskOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<AskOutcome> outcome : threads.invokeAll(asks)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes.stream().filter(AskOutcome.Asked.class::isInstance)).hasSize(Introductions.MOST_A_WEEK);
        assertThat(outcomes.stream().filter(AskOutcome.QuotaReached.class::isInstance))
                .hasSize(16 - Introductions.MOST_A_WEEK);
        assertThat(count("SELECT count(*) FROM introduction WHERE asker_id = :a", "a", asker.value()))
                .isEqualTo(Introductions.MOST_A_WEEK);
        Visitor.Answer refused =
                call(visitor(asker), "POST /api/introductions", handle(targets.getLast()), handle(connector), 0);
        assertThat(refused.status()).isIn(409, 429);
    }

    @Test // T13
    void sixteenParallelAsksForOneTargetMakeOne() throws ExecutionException, InterruptedException {
        Trio trio = aTrio();
        Visitor asker = visitor(trio.asker());
        asker.get("/test/csrf");

        List<Integer> statuses = inParallel(
                16,
                () -> call(asker, "POST /api/introductions", handle(trio.target()), handle(trio.connector()), 0)
                        .status());

        assertThat(statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, 15L));
    }

    private static List<Integer> inParallel(int times, Callable<Integer> request)
            throws ExecutionException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(times, request))) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    @ParameterizedTest(name = "{0}/introductions") // T13
    @ValueSource(strings = {"", "/api"})
    void sixtyFourParallelRepliesOpenOneExchangeAndTellOnce(String api)
            throws ExecutionException, InterruptedException {
        Trio trio = aTrio();
        long id = forwarded(trio);

        oneOfSixtyFourIsTaken(trio, api + "/introductions/" + ID + "/reply", id);

        assertThat(count(
                        "SELECT count(*) FROM invitation WHERE inviter_id = :a",
                        "a",
                        trio.asker().value()))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM invitation_message WHERE author_id = :a",
                        "a",
                        trio.target().value()))
                .isEqualTo(1);
        assertThat(told(trio.asker())).hasSize(2);
    }

    /// The target posts to a route of a page or of the JSON: the first is taken, and a page goes on either
    /// way.
    private void oneOfSixtyFourIsTaken(Trio trio, String route, long id)
            throws ExecutionException, InterruptedException {
        assertThat(sixtyFour(visitor(trio.target()), "POST " + route, id))
                .isEqualTo(route.startsWith("/api") ? Map.of(200, 1L, 409, 63L) : Map.of(303, 64L));
    }

    /// The same by the target, as often as that at once: how often each status.
    private static Map<Integer, Long> sixtyFour(Visitor target, String route, long id)
            throws ExecutionException, InterruptedException {
        target.get("/test/csrf");
        return inParallel(64, () -> call(target, route, "", "", id).status()).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
