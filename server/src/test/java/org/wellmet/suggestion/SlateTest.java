package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wellmet.suggestion.Effect.CLOSES_TRIANGLES;
import static org.wellmet.suggestion.Effect.OPENS_CIRCLE;
import static org.wellmet.suggestion.Effect.WIDENS_CIRCLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.suggestion.Closures.Closure;
import org.wellmet.suggestion.Slate.Scored;
import org.wellmet.suggestion.Slate.Seat;

/// The balance of a slate.
class SlateTest {
    private final List<Seat> all = new ArrayList<>();

    private void add(Effect effect, int count, double score) {
        for (int i = 0; i < count; i++) {
            all.add(ranked(all.size() + 1, effect, score - i * 0.001));
        }
    }

    private static Seat ranked(long key, Effect effect, double score) {
        return new Seat(new Scored(new Prospect(key, 0, 0, Likeness.NONE, 0), score), new Closure(9, effect));
    }

    private Slate balanced() {
        return Slate.balanced(
                all.stream().map(Seat::scored).toList(),
                all.stream()
                        .collect(Collectors.toMap(
                                seat -> seat.scored().prospect().key(), Seat::closure)));
    }

    private static long count(Slate slate, Effect effect) {
        return slate.seats().stream()
                .filter(ranked -> ranked.effect() == effect)
                .count();
    }

    @Test
    void atMostFiveCloseTrianglesAndAtLeastThreeOpenACircle() {
        add(CLOSES_TRIANGLES, 20, 0.9);
        add(WIDENS_CIRCLE, 20, 0.5);
        add(OPENS_CIRCLE, 20, 0.1);
        Slate slate = balanced();
        assertThat(slate.seats()).hasSize(10);
        assertThat(count(slate, CLOSES_TRIANGLES)).isEqualTo(5);
        assertThat(count(slate, WIDENS_CIRCLE)).isEqualTo(2);
        assertThat(count(slate, OPENS_CIRCLE)).isEqualTo(3);
    }

    @Test
    void withTooFewWhoOpenACircleTheOthersTakeTheSeats() {
        add(CLOSES_TRIANGLES, 20, 0.9);
        add(WIDENS_CIRCLE, 20, 0.5);
        add(OPENS_CIRCLE, 1, 0.1);
        Slate slate = balanced();
        assertThat(slate.seats()).hasSize(10);
        assertThat(count(slate, OPENS_CIRCLE)).isEqualTo(1);
        assertThat(count(slate, WIDENS_CIRCLE)).isEqualTo(4);
    }

    @Test
    void whereEverybodyKnowsEverybodyTheSlateIsShort() {
        add(CLOSES_TRIANGLES, 20, 0.9);
        assertThat(balanced().seats()).hasSize(5);
    }

    @Test
    void whoOpensACircleMayTakeEverySeat() {
        add(OPENS_CIRCLE, 20, 0.9);
        add(CLOSES_TRIANGLES, 20, 0.5);
        assertThat(count(balanced(), OPENS_CIRCLE)).isEqualTo(10);
    }

    @Test
    void aFewWhoOpenACircleAreFoundFarDown() {
        add(CLOSES_TRIANGLES, 200, 0.9);
        add(OPENS_CIRCLE, 2, 0.1);
        Slate slate = balanced();
        assertThat(slate.seats()).hasSize(7);
        assertThat(count(slate, OPENS_CIRCLE)).isEqualTo(2);
    }

    @Test
    void whoHasNoClosureIsNotThereAnyMore() {
        add(OPENS_CIRCLE, 3, 0.9);
        Slate slate = Slate.balanced(all.stream().map(Seat::scored).toList(), Map.of(2L, new Closure(0, OPENS_CIRCLE)));
        assertThat(slate.seats()).hasSize(1);
    }

    @Test
    void aScoreOfZeroIsAbsence() {
        add(OPENS_CIRCLE, 1, 0);
        assertThat(balanced().seats()).isEmpty();
        assertThat(Slate.balanced(List.of(), Map.of()).seats()).isEmpty();
    }

    /// The reference tries all choices.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 20_261_123})
    void noOtherChoiceThatKeepsTheBalanceHasABetterSum(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            all.clear();
            int size = random.nextInt(16);
            double lean = random.nextDouble();
            for (int i = 0; i < size; i++) {
                Effect effect = random.nextDouble() < lean ? CLOSES_TRIANGLES : Effect.values()[random.nextInt(3)];
                all.add(ranked(i + 1, effect, random.nextInt(1, 1_000) / 1_000.0));
            }
            Slate slate = balanced();
            assertThat(isBalanced(slate.seats())).isTrue();
            assertThat(sum(slate.seats())).isCloseTo(bestSum(), within(1e-9));
            assertThat(slate.seats().stream().map(seat -> seat.scored().score()).toList())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    private double bestSum() {
        double best = 0;
        for (int choice = 0; choice < 1 << all.size(); choice++) {
            List<Seat> chosen = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    chosen.add(all.get(i));
                }
            }
            if (isBalanced(chosen)) {
                best = Math.max(best, sum(chosen));
            }
        }
        return best;
    }

    private boolean isBalanced(List<Seat> chosen) {
        long there =
                all.stream().filter(ranked -> ranked.effect() == OPENS_CIRCLE).count();
        Slate slate = new Slate(chosen);
        return chosen.size() <= 10
                && count(slate, CLOSES_TRIANGLES) <= 5
                && count(slate, OPENS_CIRCLE) >= Math.min(3, there);
    }

    private static double sum(List<Seat> chosen) {
        return chosen.stream().mapToDouble(seat -> seat.scored().score()).sum();
    }
}
