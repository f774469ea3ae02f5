package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LeasesTest {
    @Test
    void whoWaitsForReadersWaitsForTheLast() throws InterruptedException {
        Leases leases = new Leases();
        CountDownLatch entered = new CountDownLatch(2);
        CountDownLatch mayLeave = new CountDownLatch(1);
        for (int reader = 0; reader < 2; reader++) {
            Thread.ofPlatform().start(() -> {
                int stripe = leases.enter();
                entered.countDown();
                await(mayLeave);
                leases.leave(stripe);
            });
        }
        entered.await();
        Thread waiting = Thread.ofPlatform().start(leases::awaitNone);
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        mayLeave.countDown();
        waiting.join();
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void aClosedGraphSaysSo() {
        SocialGraph graph = Fixtures.graph("1-2");
        graph.close();
        graph.close();

        assertThatIllegalStateException().isThrownBy(graph::position).withMessage("the graph is closed");
        assertThatIllegalStateException().isThrownBy(() -> graph.reach(1, VisibilityRule.everything()));
        assertThatIllegalStateException().isThrownBy(() -> graph.apply(List.of(), LogPosition.START));
    }

    @Test
    void aQuestionThatFailsKeepsNoLease() {
        SocialGraph graph = Fixtures.graph("1-2");
        for (int i = 0; i < 100; i++) {
            assertThatNullPointerException().isThrownBy(() -> graph.reach(1, null));
            assertThatNullPointerException()
                    .isThrownBy(() -> graph.separations(1, Arrays.asList(2L, null), VisibilityRule.everything()));
        }

        assertTimeoutPreemptively(Duration.ofSeconds(20), graph::compact);
        assertThat(graph.reach(1, VisibilityRule.everything()).first()).isEqualTo(1);
        assertTimeoutPreemptively(Duration.ofSeconds(20), graph::close);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
