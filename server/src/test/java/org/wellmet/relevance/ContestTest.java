package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who wins when one signal tells everything, and when none tells anything. Seeded.
class ContestTest {
    private static final long SEED = 20_261_123;
    private static final int SIGNALS = TraitSignal.vectorLength(0);
    private static final int TELLING = TieSignal.MUTUAL.at();

    private final Random random = new Random(SEED);
    private final double[] fixed = new double[SIGNALS];
    private final double[] simple = new double[SIGNALS];

    ContestTest() {
        simple[TieSignal.ACTIVITY.at()] = 1;
    }

    @Test
    void whereASignalTellsWhatTheSimpleOnesDoNotTheFittedWeightsWin() {
        double[] winner = contest(true, 8).winner();

        assertThat(winner).isNotSameAs(simple).isNotSameAs(fixed);
        assertThat(winner[TELLING]).isPositive();
    }

    /// One standard error is passed by chance now and then, by the best of several more often.
    @Test
    void whereNothingTellsTheSimpleOneIsMostlyPreferred() {
        assertThat(IntStream.range(0, 20)
                        .filter(_ -> Arrays.equals(contest(false, 8).winner(), simple))
                        .count())
                .isGreaterThan(10);
    }

    /// Equal to the simple one in every choice, with a lead and an error of nothing: no evidence.
    @Test
    void whoFindsTheSameAsTheSimpleOneHasNotWon() {
        simple[TELLING] = 10;
        fixed[TELLING] = 10;

        assertThat(contest(true, 8).winner()).isSameAs(simple);
    }

    @Test
    void theFixedWeightsAreTakenAsTheyAreWhereFittingFindsNoMore() {
        fixed[TELLING] = 10;

        assertThat(contest(true, 8).winner()).isSameAs(fixed);
    }

    private Contest contest(boolean tells, int rounds) {
        List<List<Choice>> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            all.add(IntStream.range(0, 10).mapToObj(_ -> choice(tells)).toList());
        }
        return new Contest(all, fixed, List.of(simple), SEED);
    }

    /// One in six is tied, anywhere; when the signal tells, it is theirs alone.
    private Choice choice(boolean tells) {
        double[][] vectors = new double[60][SIGNALS];
        boolean[] isTied = new boolean[60];
        double[] importance = new double[60];
        Arrays.fill(importance, 1);
        for (int i = 0; i < 60; i++) {
            isTied[i] = random.nextInt(6) == 0;
            vectors[i][TieSignal.ACTIVITY.at()] = random.nextDouble();
            vectors[i][TELLING] = tells && isTied[i] ? 1 : 0;
        }
        return new Choice(vectors, isTied, importance);
    }
}
