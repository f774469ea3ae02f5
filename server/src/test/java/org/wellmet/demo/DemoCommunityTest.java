package org.wellmet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wellmet.demo.DemoCommunity.Tie;

class DemoCommunityTest {
    private static final int TODAY = 2026 * 12 + 10;

    private final DemoCommunity community = DemoCommunity.of(DemoContent.read(), TODAY, new Random(7));

    @Test
    void theSameSeedMakesTheSameCity() {
        assertThat(DemoCommunity.of(DemoContent.read(), TODAY, new Random(7))).isEqualTo(community);
    }

    @Test
    void aFewHundredPeopleEachWithANameOfTheirOwn() {
        assertThat(community.people()).hasSizeBetween(300, 400);
        assertThat(community.people()).extracting(DemoPerson::name).doesNotHaveDuplicates();
        assertThat(community.people().getFirst().name()).isEqualTo(DemoCast.MEMBER);
    }

    /// What a real network of this kind shows: a dozen or two ties for most, hubs of several times that, few
    /// without any, and friends who know each other far more often than two strangers do.
    @Test
    void tiesLookLikeACitysProfessionalLife() {
        int count = community.people().size();
        int[] degrees = degrees(count);
        double mean = IntStream.of(degrees).average().orElseThrow();
        int highest = IntStream.of(degrees).max().orElseThrow();
        long alone = IntStream.of(degrees).filter(degree -> degree == 0).count();
        double density = mean / (count - 1);

        assertThat(mean).as("mean degree").isBetween(12.0, 32.0);
        assertThat(highest).as("highest degree").isGreaterThan((int) (2.5 * mean));
        assertThat(alone).as("members without a tie").isLessThan(5);
        assertThat(clustering(count))
                .as("clustering against density %f", density)
                .isGreaterThan(3 * density);
    }

    private int[] degrees(int count) {
        int[] degrees = new int[count];
        for (Tie tie : community.ties()) {
            degrees[tie.a()]++;
            degrees[tie.b()]++;
        }
        return degrees;
    }

    /// The share of two-step paths whose ends know each other.
    private double clustering(int count) {
        boolean[][] knows = new boolean[count][count];
        for (Tie tie : community.ties()) {
            knows[tie.a()][tie.b()] = true;
            knows[tie.b()][tie.a()] = true;
        }
        long paths = 0;
        long closed = 0;
        for (int via = 0; via < count; via++) {
            for (int a = 0; a < count; a++) {
                for (int b = a + 1; b < count; b++) {
                    if (knows[via][a] && knows[via][b]) {
                        paths++;
                        closed += knows[a][b] ? 1 : 0;
                    }
                }
            }
        }
        return (double) closed / paths;
    }
}
