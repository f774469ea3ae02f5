package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
