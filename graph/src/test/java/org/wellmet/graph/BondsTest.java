package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wellmet.graph.Fixtures.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Hide;

class BondsTest {
    private static final VisibilityRule ALL = VisibilityRule.everything();

    //       3 -- 6
    //     /   \
    //   1 - 4 - 2      1 and 2 share 3, with three connections, and 4, with two
    //     \         7
    //       5 ------/
    private static final String DRAWING = "1-3 1-4 1-5 2-3 2-4 3-6 5-7";

    @Test
    void aBondCountsMutualConnectionsAndWeighsThemByTheirDegree() {
        Bonds bonds = graph(DRAWING).bonds(new BondQuestion(1, List.of(2L, 7L, 99L), 0, false), ALL);

        assertThat(bonds.asOf()).isEqualTo(new LogPosition(1, 2));
        assertThat(bonds.degree()).isEqualTo(3);
        assertThat(bonds.own()).containsExactly(3, 4, 5);
        assertThat(bonds.ownDegrees()).isEmpty();
        Bond two = bonds.each().getFirst();
        assertThat(two.degree()).isEqualTo(2);
        assertThat(two.mutualCount()).isEqualTo(2);
        assertThat(two.allocation()).isEqualTo(1 / 3.0 + 1 / 2.0, rounded());
        assertThat(two.closeness()).isEqualTo(1 / 9.0 + 1 / 4.0, rounded());
        assertThat(two.some()).isEmpty();
        assertThat(two.inCommon()).isEmpty();
        Bond nobody = bonds.each().getLast();
        assertThat(nobody.degree() + nobody.mutualCount() + nobody.some().length)
                .isZero();
        assertThat(nobody.allocation() + nobody.closeness()).isZero();
    }

    private static Offset<Double> rounded() {
        return Offset.offset(0x1p-40);
    }

    @Test
    void companionsAreComparedWithEachOfTheOthersAndNotWithThemselves() {
        Bonds bonds = graph(DRAWING).bonds(new BondQuestion(1, List.of(4L, 6L, 3L), 9, false), ALL);

        assertThat(bonds.ownDegrees()).containsExactly(3, 2, 2);
        assertThat(bonds.each().get(0).inCommon()).as("4 with 3, itself and 5").containsExactly(2, 0, 1);
        assertThat(bonds.each().get(2).inCommon()).as("3 with itself, 4 and 5").containsExactly(0, 2, 1);
        assertThat(bonds.each().get(2).some()).containsExactlyInAnyOrder(1, 2, 6);
    }

    @Test
    void strangersAreJudgedAsIfTheirOwnConnectionWereNotThere() {
        Bonds bonds = graph(DRAWING).bonds(new BondQuestion(1, List.of(3L, 2L), 9, true), ALL);

        assertThat(bonds.degree()).isEqualTo(2);
        assertThat(bonds.own()).containsExactly(4, 5);
        Bond three = bonds.each().getFirst();
        assertThat(three.degree()).isEqualTo(2);
        assertThat(three.some()).containsExactlyInAnyOrder(2, 6);
        assertThat(three.inCommon()).as("2 with 4, and 1 no more").containsExactly(1, 0);
        assertThat(bonds.each().getLast().mutualCount()).isEqualTo(1);
        assertThat(bonds.each().getLast().degree()).isEqualTo(2);
    }

    @Test
    void aNewcomerHasNoBondsButSeesWhatTheOthersHave() {
        Bonds bonds = graph(DRAWING).bonds(new BondQuestion(77, List.of(3L, 5L), 1, true), ALL);

        assertThat(bonds.degree()).isZero();
        assertThat(bonds.own()).isEmpty();
        assertThat(bonds.ownDegrees()).isEmpty();
        assertThat(bonds.each()).extracting(Bond::degree).containsExactly(3, 2);
        assertThat(bonds.each()).extracting(bond -> bond.some().length).containsExactly(1, 1);
        assertThat(bonds.each()).extracting(Bond::mutualCount).containsExactly(0, 0);
    }

    @Test
    void someAreTheMiddlesOfEqualPartsOfTheList() {
        // 100 knows 1 to 10, each of whom has fewer connections than the one before
        List<GraphChange> changes = new ArrayList<>();
        LongStream.rangeClosed(1, 10).forEach(key -> changes.add(new Connect(100, key)));
        for (long key = 1; key <= 10; key++) {
            for (long leaf = 0; leaf < 40 - 3 * key; leaf++) {
                changes.add(new Connect(key, 1_000 * key + leaf));
            }
        }
        GraphLoader loader = SocialGraph.loader();
        changes.forEach(change -> loader.connect(((Connect) change).keyA(), ((Connect) change).keyB()));
        try (SocialGraph graph = loader.finish(LogPosition.START)) {
            assertThat(some(graph, 1)).containsExactly(6);
            assertThat(some(graph, 2)).containsExactly(3, 8);
            assertThat(some(graph, 3)).containsExactly(2, 6, 9);
            assertThat(some(graph, 5)).containsExactly(2, 4, 6, 8, 10);
            assertThat(some(graph, 10)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(some(graph, 11)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    private static long[] some(SocialGraph graph, int listed) {
        return graph.bonds(new BondQuestion(77, List.of(100L), listed, false), ALL)
                .each()
                .getFirst()
                .some();
    }

    @Test
    void companionsAreComparedUpToNineOfThem() {
        List<GraphChange> changes = new ArrayList<>();
        LongStream.rangeClosed(2, 10).forEach(key -> changes.add(new Connect(1, key)));
        changes.add(new Connect(10, 50));
        changes.add(new Connect(50, 51));
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(changes, LogPosition.START);
            BondQuestion question = new BondQuestion(1, List.of(51L), 1, false);
            Bonds nine = graph.bonds(question, ALL);
            assertThat(nine.ownDegrees()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 2);
            assertThat(nine.each().getFirst().inCommon()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1);

            graph.apply(List.of(new Connect(1, 11)), LogPosition.START);
            Bonds ten = graph.bonds(question, ALL);
            assertThat(ten.degree()).isEqualTo(10);
            assertThat(ten.ownDegrees()).isEmpty();
            assertThat(ten.each().getFirst().inCommon()).isEmpty();
        }
    }

    @Test
    void ofAHubsConnectionsTheFirstByKeyAreHandedOver() {
        int degree = Bonds.MOST_OWN + 3;
        GraphLoader loader = SocialGraph.loader();
        LongStream.rangeClosed(1, degree).forEach(key -> loader.connect(100_000, key));
        LongStream.rangeClosed(degree - 9, degree).forEach(key -> loader.connect(200_000, key));
        try (SocialGraph graph = loader.finish(LogPosition.START)) {
            Bonds bonds = graph.bonds(new BondQuestion(100_000, List.of(200_000L, 100_000L), 500, false), ALL);

            assertThat(bonds.degree()).isEqualTo(degree);
            assertThat(bonds.own())
                    .containsExactly(LongStream.rangeClosed(1, Bonds.MOST_OWN).toArray());
            assertThat(bonds.each()).extracting(Bond::mutualCount).containsExactly(10, degree);
            assertThat(bonds.each()).extracting(bond -> bond.some().length).containsExactly(10, 500);
        }
    }

    @Test
    void theOrderInWhichTheGraphHoldsItsMembersIsNotInTheSums() {
        Random random = new Random(8);
        List<GraphChange> changes = new ArrayList<>();
        for (long key = 10; key < 200; key++) {
            changes.add(new Connect(1, key));
            changes.add(new Connect(2, key));
            for (int leaf = random.nextInt(60); leaf > 0; leaf--) {
                changes.add(new Connect(key, 1_000 + random.nextInt(500)));
            }
        }
        BondQuestion question = new BondQuestion(1, List.of(2L), 0, false);
        try (SocialGraph graph = SocialGraph.empty()) {
            graph.apply(changes, LogPosition.START);
            Bond bond = graph.bonds(question, ALL).each().getFirst();
            assertThat(bond.mutualCount()).isEqualTo(190);
            for (int round = 0; round < 20; round++) {
                Collections.shuffle(changes, random);
                try (SocialGraph other = SocialGraph.empty()) {
                    other.apply(List.of(new Hide(random.nextInt(1_500) + 2_000)), LogPosition.START);
                    other.apply(changes, LogPosition.START);
                    Bond same = other.bonds(question, ALL).each().getFirst();
                    assertThat(same.allocation()).isEqualTo(bond.allocation());
                    assertThat(same.closeness()).isEqualTo(bond.closeness());
                }
            }
        }
    }

    @Test
    void questionsBeyondTheBoundsAreRefused() {
        assertThat(new BondQuestion(1, Collections.nCopies(1_000, 2L), 500, true).listed())
                .isEqualTo(BondQuestion.MAX_LISTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BondQuestion(1, Collections.nCopies(1_001, 2L), 0, false))
                .withMessage("expected at most 1000 keys, got 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BondQuestion(1, List.of(2L), 501, false))
                .withMessage("listed must be within [0, 500], got 501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BondQuestion(1, List.of(2L), -1, false))
                .withMessage("listed must be within [0, 500], got -1");
    }
}
