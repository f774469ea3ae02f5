package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.graph.GraphChange.AddMember;
import org.wellmet.graph.GraphChange.Connect;

/// A loaded graph equals one that was told the same by changes, whatever its keys are like.
class GraphLoaderTest {
    private static final VisibilityRule ALL = VisibilityRule.everything();

    enum Keys {
        SEQUENCE(i -> i + 1),
        FAR_SEQUENCE(i -> 2_000_000_000 + i),
        UP_TO_THE_LAST_INT(i -> Integer.MAX_VALUE - 999 + i),
        SPREAD(i -> i * 2_000_003),
        NEGATIVE(i -> i - 500),
        SCATTERED(i -> i * 0x9E3779B97F4A7C15L),
        INTS_AND_THEN_OTHERS(i -> i < 600 ? i : i << 33);

        private final LongUnaryOperator key;

        Keys(LongUnaryOperator key) {
            this.key = key;
        }
    }

    @ParameterizedTest
    @EnumSource
    void itHoldsTheSameAsAGraphOfChanges(Keys keys) {
        Random random = new Random(17);
        List<GraphChange> changes = new ArrayList<>();
        GraphLoader loader = SocialGraph.loader();
        for (int pair = 0; pair < 4_000; pair++) {
            int reach = 100 + pair / 5; // so that later keys come later
            long a = keys.key.applyAsLong(random.nextInt(reach));
            long b = keys.key.applyAsLong(random.nextInt(reach));
            if (a != b) {
                loader.connect(a, b);
                changes.add(new Connect(a, b));
            }
        }
        for (int alone = 890; alone < 1_000; alone += 3) {
            loader.addMember(keys.key.applyAsLong(alone)).addMember(keys.key.applyAsLong(alone));
            changes.add(new AddMember(keys.key.applyAsLong(alone)));
        }
        try (SocialGraph graph = loader.finish(new LogPosition(1, 1));
                SocialGraph told = SocialGraph.empty()) {
            told.apply(changes, new LogPosition(1, 1));
            assertThat(graph.memberCount()).isEqualTo(told.memberCount());
            assertThat(graph.connectionCount()).isEqualTo(told.connectionCount());
            for (int i = -1; i <= 1_000; i++) {
                long key = keys.key.applyAsLong(i);
                assertThat(graph.holds(key)).isEqualTo(told.holds(key));
                assertThat(graph.neighbors(key, 100, ALL)).isEqualTo(told.neighbors(key, 100, ALL));
            }
        }
    }

    /// More rows than 16 bits number, and a hub that fills a partition alone.
    @Test
    void manyPartitionsMakeOneGraph() {
        int size = 300_000;
        GraphLoader loader = SocialGraph.loader();
        for (long key = 2; key <= size; key++) {
            loader.connect(1, key).connect(key, 1).connect(key - 1, key);
        }
        try (SocialGraph graph = loader.finish(LogPosition.START)) {
            assertThat(graph.memberCount()).isEqualTo(size);
            assertThat(graph.connectionCount()).isEqualTo(2L * size - 3);
            assertThat(graph.neighbors(1, 3, ALL))
                    .isEqualTo(new Neighbors(LogPosition.START, size - 1, List.of(2L, 3L, 4L)));
            assertThat(graph.reach(7, ALL)).isEqualTo(new Reach(LogPosition.START, 3, size - 4L, 0));
            for (long key = 3; key < size; key += 997) {
                assertThat(graph.neighbors(key, 9, ALL).first()).containsExactly(1L, key - 1, key + 1);
            }
        }
    }

    @Test
    void nothingMakesAnEmptyGraphAndAMemberAloneIsThere() {
        try (SocialGraph graph = SocialGraph.loader().finish(LogPosition.START)) {
            assertThat(graph.memberCount()).isZero();
        }
        try (SocialGraph graph = SocialGraph.loader().addMember(-9).finish(LogPosition.START)) {
            assertThat(graph.holds(-9)).isTrue();
            assertThat(graph.memberCount()).isEqualTo(1);
        }
    }

    @Test
    void oneWhoConnectsToItselfIsRefused() {
        try (GraphLoader loader = SocialGraph.loader()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> loader.connect(4, 4))
                    .withMessage("a member cannot connect to itself: key 4");
        }
    }
}
