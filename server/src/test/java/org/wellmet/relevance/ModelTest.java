package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The formulas, with numbers worked out by hand.
class ModelTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    //  0 -- 1 -- 2      values: 0 and 2 say "a", 1 and 3 say "b", 2 says "b", too
    //       |    |
    //       3 ---+
    private final TieNetwork network = new TieNetwork(
            new int[][] {{1}, {0, 2, 3}, {1, 3}, {1, 2}},
            List.of(new TraitColumn("t", new int[][] {{0}, {1}, {0, 1}, {1}}, 2)));

    @Test
    void rarityIsTheLogarithmOfMembersPerHolder() {
        assertThat(Signals.rarity(100, 4)).isCloseTo(Math.log(25), CLOSE);
        assertThat(Signals.rarity(100, 100)).isZero();
        assertThat(Signals.rarity(100, 0)).isZero();
    }

    @Test
    void signalsOfTiesAreWorkedOutByHand() {
        double[] toTwo = new Signals(network).of(0, new int[] {2})[0];

        assertThat(toTwo[TieSignal.ACTIVITY.at()]).isCloseTo(Math.log(3), CLOSE);
        assertThat(toTwo[TieSignal.ACTIVITY_SQUARED.at()]).isCloseTo(Math.log(3) * Math.log(3), CLOSE);
        assertThat(toTwo[TieSignal.MUTUAL.at()]).as("through 1").isCloseTo(Math.log(2), CLOSE);
        assertThat(toTwo[TieSignal.ALLOCATION.at()]).isCloseTo(10.0 / 3, CLOSE);
        assertThat(toTwo[TieSignal.ALLOCATION_LOG.at()]).isCloseTo(Math.log1p(1000.0 / 3), CLOSE);
        assertThat(toTwo[TieSignal.CLOSENESS.at()]).isCloseTo(Math.log1p(1000.0 / 9), CLOSE);
        assertThat(toTwo[TieSignal.LIFT.at()]).as("8 ends of ties").isCloseTo(Math.log1p(8.0 / 3 / 2.5), CLOSE);
    }

    @Test
    void signalsOfTraitsAreWorkedOutByHand() {
        double[] toTwo = new Signals(network).of(0, new int[] {2})[0];

        assertThat(toTwo[TraitSignal.SHARED.at(0)]).as("2 of 4 say a").isCloseTo(Math.log(2), CLOSE);
        assertThat(toTwo[TraitSignal.AROUND.at(0)])
                .as("1 says b, as three do; 2 says two things")
                .isCloseTo(Math.log(4.0 / 3) / 2, CLOSE);
    }

    @Test
    void moreInCommonIsNeverLessRelevant() {
        Weights weights = FixedWeights.ofUnknown(Band.SOME_TIES, 1);
        double[] less = new double[TraitSignal.vectorLength(1)];
        for (int i = 0; i < less.length; i++) {
            double[] more = less.clone();
            more[i] += 1;
            assertThat(weights.logOdds(more)).isGreaterThanOrEqualTo(weights.logOdds(less));
        }
    }

    @Test
    void newcomersAreCarriedByTraitsAndTheConnectedByMutualConnections() {
        assertThat(FixedWeights.of(Band.NEWCOMER, TraitSignal.SHARED))
                .isGreaterThan(FixedWeights.of(Band.CONNECTED, TraitSignal.SHARED));
        assertThat(FixedWeights.of(Band.NEWCOMER, TieSignal.MUTUAL)).isZero();
        assertThat(FixedWeights.of(Band.CONNECTED, TieSignal.MUTUAL)).isPositive();
        assertThat(List.of(Band.of(0), Band.of(2), Band.of(3), Band.of(9), Band.of(10)))
                .containsExactly(Band.NEWCOMER, Band.FIRST_TIES, Band.SOME_TIES, Band.SOME_TIES, Band.CONNECTED);
    }

    @Test
    void timeTogetherMakesAPlaceStronger() {
        Trait mine = new Trait("x", "X", 12 * 2015 + 1, 12 * 2017 + 12);
        Trait theirs = new Trait("x", "X", 12 * 2016 + 1, Trait.GOING_ON);
        Match together = new Match(mine, theirs, 10, 2, 12 * 2026 + 1);
        Match apart = new Match(mine, Trait.of("x", "X"), 10, 2, 12 * 2026 + 1);

        assertThat(together.monthsTogether()).isEqualTo(24);
        assertThat(ProfileTraits.together(together)).isCloseTo(2 * (0.3 + 0.7 * (1 - Math.exp(-1))), CLOSE);
        assertThat(ProfileTraits.together(apart)).isCloseTo(0.6, CLOSE);
        assertThat(new ProfileKinds().organisations().reason(together).arguments())
                .containsExactly("X", "2016", "2017");
    }

    @Test
    void aLongGoalIsShortenedBetweenWords() {
        assertThat(GoalTraits.shortened("Sailing lessons.", "lessons")).isEqualTo("Sailing lessons");
        String plain = "Somebody who would show me around the yards of the harbour and explain how caulking of old"
                + " hulls is done";
        assertThat(GoalTraits.shortened(plain, "yards"))
                .isEqualTo("Somebody who would show me around the yards of the harbour and explain how…");
        assertThat(GoalTraits.shortened(plain, "caulking")).isEqualTo("… caulking of old hulls is done");
        assertThat(GoalTraits.shortened("x".repeat(200), "x")).hasSize(80).endsWith("…");
    }

    @Test
    void kindsShareWhatTheyAreWorthAndWhoSaysMuchSaysLessWithEach() {
        double alone = FixedWeights.of(Band.NEWCOMER, 0.5).each()[TraitSignal.SHARED.at(0)];
        double amongFour = FixedWeights.of(Band.NEWCOMER, 0.5, 0.5, 0.5, 1).each()[TraitSignal.SHARED.at(0)];

        assertThat(alone).isEqualTo(0.5);
        assertThat(amongFour).isEqualTo(0.25);
        assertThat(FixedWeights.of(Band.NEWCOMER, 0.5, 0.5, 0.5, 1).each()[TraitSignal.SHARED.at(3)])
                .isEqualTo(0.5);
        assertThat(new Signals(network).of(2, new int[] {0})[0][TraitSignal.SHARED.at(0)])
                .as("2 says two things, one of which 0 says")
                .isCloseTo(Math.log(2) / Math.sqrt(2), CLOSE);
    }

    @Test
    void calibrationFindsTheChancesThatMadeTheOutcomes() {
        Random random = new Random(5);
        double[] scores = random.doubles(20_000, -4, 4).toArray();
        boolean[] happened = new boolean[scores.length];
        double[] importance = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            happened[i] = random.nextDouble() < Calibration.logistic(-1 + 0.5 * scores[i]);
            importance[i] = 1;
        }

        Calibration calibration = Calibration.fit(scores, happened, importance);

        assertThat(calibration.intercept()).isCloseTo(-1, within(0.1));
        assertThat(calibration.slope()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void answersMoveWeightsTheMoreTheMoreThereAre() {
        double few = AnswerFit.fit(answers(20), 2)[0];
        double[] many = AnswerFit.fit(answers(5_000), 2);

        assertThat(few).isBetween(0.0, many[0]);
        assertThat(many[0]).isCloseTo(1.5, within(0.2));
        assertThat(many[1]).as("a signal that tells nothing").isCloseTo(0, within(0.15));
        assertThat(AnswerFit.fit(List.of(), 2)).containsExactly(0, 0, 0);
    }

    private static List<AnswerFit.Answered> answers(int count) {
        Random random = new Random(6);
        List<AnswerFit.Answered> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] signals = {random.nextGaussian(), random.nextGaussian()};
            boolean isYes = random.nextDouble() < Calibration.logistic(1.5 * signals[0]);
            answers.add(new AnswerFit.Answered(signals, 0, isYes));
        }
        return answers;
    }

    @Test
    void measuresAreWorkedOutByHand() {
        double[] scores = {5, 4, 4, 1};
        boolean[] isRight = {true, false, true, false};

        assertThat(Measures.areaUnderCurve(scores, isRight)).isCloseTo(0.875, CLOSE);
        assertThat(Measures.precisionAtTen(scores, isRight, new Random(1))).isCloseTo(0.2, CLOSE);
    }
}
