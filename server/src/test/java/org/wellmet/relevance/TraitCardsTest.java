package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// Ordinals and spellings, without a server.
class TraitCardsTest {
    private static final MemberId ADA = new MemberId(1);
    private static final MemberId BOB = new MemberId(2);

    /// Goals, for what one looks for is the counterpart of what another offers.
    private final TraitCards cards = new TraitCards(List.of(new GoalTraits()));
    private final TraitValues values = cards.values(0);

    @Test
    void everybodyIsReadInTheirOwnSpelling() {
        say(ADA, Audience.ME, Trait.of("offers caulking", "CAULKing"));
        say(BOB, Audience.MEMBERS, Trait.of("offers caulking", "caulking"));

        assertThat(saidBy(BOB)).extracting(Trait::label).containsExactly("caulking");
        assertThat(saidBy(ADA)).extracting(Trait::label).containsExactly("CAULKing");
    }

    @Test
    void oneWhoSaysSomethingElseForEverTakesNoMoreRoom() {
        for (int i = 0; i < 1_000; i++) {
            say(ADA, Audience.MEMBERS, Trait.of("offers a" + i, "a"), Trait.of("looks for b" + i, "b"));
        }

        assertThat(values.size()).isLessThanOrEqualTo(4);
        assertThat(values.counted()).containsOnlyKeys("offers a999", "looks for b999");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cardsThatFollowedEveryChangeSayWhatFreshOnesSay(long seed) {
        Random random = new Random(seed);
        Map<Long, Trait[]> said = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            MemberId member = new MemberId(1 + random.nextInt(5));
            Trait[] traits = random.ints(random.nextInt(4), 0, 6)
                    .mapToObj(word -> Trait.of((random.nextBoolean() ? "offers " : "looks for ") + word, "w" + word))
                    .distinct()
                    .toArray(Trait[]::new);
            say(member, Audience.MEMBERS, traits);
            said.put(member.value(), traits);

            said.forEach((each, own) -> {
                TraitCard.Part part = cards.of(each).part(0);
                assertThat(values.traits(part)).containsExactly(own);
                for (int value : part.values()) {
                    assertThat(values.counterpart(values.counterpart(value))).isIn(value, -1);
                    assertThat(values.holderKeys(value)).contains(each);
                }
            });
            values.counted()
                    .forEach((key, holders) -> assertThat(Arrays.stream(holders).boxed())
                            .allMatch(holder -> Arrays.stream(said.get(holder))
                                    .anyMatch(trait -> trait.key().equals(key))));
            assertThat(values.size()).isLessThanOrEqualTo(12);
        }
    }

    private List<Trait> saidBy(MemberId member) {
        return values.traits(cards.of(member.value()).part(0));
    }

    private void say(MemberId member, Audience audience, Trait... traits) {
        TraitSource.Said said = new TraitSource.Said(audience, List.of(traits));
        cards.write(new TraitCards.Said(Set.of(member), Set.of(member), List.of(Map.of(member, said))));
    }
}
