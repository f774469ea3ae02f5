package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A graph that lived through every change must equal one rebuilt from the records, after each batch.
class TwinTest {
    private static final int SIZE = 24;
    private static final int BATCHES = 1_500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void aGraphThatFollowedEveryChangeEqualsOneRebuiltFromTheRecords(long seed) {
        Random random = new Random(seed);
        SimpleGraph records = SimpleGraph.EMPTY;
        try (SocialGraph followed = SocialGraph.empty()) {
            for (int batch = 1; batch <= BATCHES; batch++) {
                List<GraphChange> changes = Stream.generate(() -> RandomGraphs.anyChange(SIZE, random))
                        .limit(random.nextInt(4))
                        .toList();
                LogPosition position = new LogPosition(batch, 0);
                followed.apply(changes, position);
                records = records.with(changes, position);
                if (random.nextInt(100) == 0) {
                    followed.compact();
                }
                compare(followed, records, "after batch " + batch + ": " + changes);
            }
        }
    }

    private static void compare(SocialGraph followed, SimpleGraph records, String when) {
        assertThat(followed.position()).as(when).isEqualTo(records.position());
        assertThat(followed.memberCount()).as(when).isEqualTo(records.memberCount());
        assertThat(followed.connectionCount()).as(when).isEqualTo(records.connectionCount());
        SimpleGraph visible = records.seenThrough(VisibilityRule.seenByAnyone());
        for (int member = 0; member < SIZE; member++) {
            long key = RandomGraphs.key(member);
            assertThat(followed.holds(key)).as(when).isEqualTo(records.holds(key));
            assertThat(followed.neighbors(key, SIZE, VisibilityRule.seenByAnyone()))
                    .as(when)
                    .isEqualTo(visible.neighbors(key, SIZE));
        }
    }
}
