package org.wellmet.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long the tail listens before it looks by itself.
class ListenTimeTest {
    private static final Change CHANGE = new Change(new Position(7, 1), Instant.EPOCH, "kind", 1, 0, 0);

    private final ListenTime listen = new ListenTime();

    @Test
    void whereNothingIsHeldBackItWaitsForAWakeUp() {
        assertThat(listen.millis(free(7), true)).isEqualTo(500);
        assertThat(listen.millis(free(7), true)).isEqualTo(500);
    }

    @Test
    void aTransactionThatRunsLongIsLookedForEverSeldomer() {
        assertThat(IntStream.range(0, 9).map(_ -> listen.millis(held(7), true)))
                .containsExactly(5, 10, 20, 40, 80, 160, 320, 500, 500);
    }

    @Test
    void aWakeUpSaysNothingOfTheTransactionThatIsWaitedFor() {
        listen.millis(held(7), true);

        assertThat(listen.millis(held(7), true)).isEqualTo(10);
        assertThat(listen.millis(held(7), false)).isEqualTo(10);
        assertThat(listen.millis(held(7), true)).isEqualTo(20);
    }

    @Test
    void everyProgressBeginsAnew() {
        listen.millis(held(7), true);
        listen.millis(held(7), true);
        assertThat(listen.millis(held(8), true)).as("the horizon moved").isEqualTo(5);
        assertThat(listen.millis(held(8), true)).isEqualTo(10);
        assertThat(listen.millis(new ChangeStore.Batch(8, true, List.of(CHANGE)), true))
                .as("there was a change")
                .isEqualTo(5);
        assertThat(listen.millis(held(8), true)).isEqualTo(10);
        assertThat(listen.millis(free(8), true)).isEqualTo(500);
        assertThat(listen.millis(held(8), true)).as("held back again").isEqualTo(5);
    }

    private static ChangeStore.Batch held(long horizon) {
        return new ChangeStore.Batch(horizon, true, List.of());
    }

    private static ChangeStore.Batch free(long horizon) {
        return new ChangeStore.Batch(horizon, false, List.of());
    }
}
