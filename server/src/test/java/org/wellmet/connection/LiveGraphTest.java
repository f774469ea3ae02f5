package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.TestFolder;
import org.wellmet.graph.Neighbors;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;

/// The twin test: a graph that lived through every change equals one rebuilt from the tables.
class LiveGraphTest extends GraphTwins {
    private static final int CHANGES = 500;

    @Autowired
    private LiveGraph live;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void aGraphThatFollowedEveryChangeEqualsOneRebuiltFromTheTables(long seed) {
        Random random = new Random(seed);
        List<MemberId> people = IntStream.range(0, MEMBERS)
                .mapToObj(number -> aMember("Twin " + number))
                .toList();
        LiveGraph rebuilt = aGraph(TestFolder.fresh());
        for (int change = 0; change < CHANGES; change++) {
            String what = change(random, people);
            start(rebuilt);
            List<Object> followed = live.ask(graph -> answers(graph, people));
            List<Object> fresh = rebuilt.ask(graph -> answers(graph, people));
            assertThat(followed)
                    .as("seed %d, change %d: %s", seed, change, what)
                    .isEqualTo(fresh);
        }
        assertThat(people).anyMatch(member -> !connections.list(member, "", "").isEmpty());
    }

    @Test
    void aGraphIsRebuiltUnderQuestionsWithoutAnyOfThemFailing() throws Exception {
        MemberId one = aMember("Rebuilt One");
        MemberId other = aMember("Rebuilt Other");
        connected(one, other);
        try (LiveGraph graph = aGraph(TestFolder.fresh());
                ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            graph.rebuild();
            AtomicBoolean isOver = new AtomicBoolean();
            List<Future<Integer>> asked = IntStream.range(0, 4)
                    .mapToObj(_ -> askers.submit(() -> askUntil(isOver, graph, one, other)))
                    .toList();
            for (int time = 0; time < 50; time++) {
                graph.rebuild();
            }
            isOver.set(true);
            for (Future<Integer> count : asked) {
                assertThat(count.get()).isPositive();
            }
        }
    }

    private static int askUntil(AtomicBoolean isOver, LiveGraph graph, MemberId one, MemberId other) {
        int count = 0;
        do {
            Neighbors found = graph.ask(current -> current.neighbors(one.value(), 5, VisibilityRule.everything()));
            assertThat(found.first()).contains(other.value());
            count++;
        } while (!isOver.get());
        return count;
    }
}
