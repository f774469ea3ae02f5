package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;

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

    /// Of several kinds, of which some are said to few: what a card is packed from is what it tells.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aPackedCardTellsWhatItWasMadeOf(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<TraitCard.Part> parts = Stream.generate(() -> aPart(random))
                    .limit(random.nextInt(5))
                    .toList();
            TraitCard card = TraitCard.of(parts);
            int values = TraitCard.firstValue(card.words());
            for (int kind = 0; kind < parts.size(); kind++) {
                TraitCard.Part part = parts.get(kind);
                assertThat(card.part(kind)).usingRecursiveComparison().isEqualTo(part);
                assertThat(card.values(kind)).isEqualTo(part.values());
                assertThat(TraitCard.firstValue(card.words(), kind)).isEqualTo(values);
                assertThat(TraitCard.isShown(card.words(), kind))
                        .isEqualTo(part.audience().admits(Standing.MEMBER));
                for (Standing standing : Standing.values()) {
                    assertThat(TraitCard.isSeenBy(standing, card.words(), kind))
                            .isEqualTo(part.audience().admits(standing));
                }
                values += TraitCard.valueCount(card.words(), kind);
            }
            assertThat(card.values(parts.size())).isEmpty();
            assertThat(TraitCard.isSeenBy(Standing.SELF, card.words(), parts.size()))
                    .isFalse();
        }
    }

    private static TraitCard.Part aPart(Random random) {
        int[] values =
                random.ints(random.nextInt(6), 0, 1_000_000).sorted().distinct().toArray();
        int[] stays = Arrays.stream(values)
                .flatMap(value -> IntStream.of(value, random.nextInt(24_000), Trait.GOING_ON))
                .toArray();
        String[] labels = Arrays.stream(values).mapToObj(value -> "v" + value).toArray(String[]::new);
        Audience audience = Audience.values()[random.nextInt(Audience.values().length)];
        return new TraitCard.Part(audience, values, stays, labels);
    }

    @Test
    void moreThanAHeadCanCountIsRefused() {
        int[] values = IntStream.range(0, 1 << 14).toArray();
        assertThatThrownBy(
                        () -> TraitCard.of(List.of(new TraitCard.Part(Audience.ME, values, new int[0], new String[0]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16384");
    }

    @Test
    void whoLeftHasAnEmptyCardAndHoldsNothing() {
        say(ADA, Audience.MEMBERS, Trait.of("offers caulking", "caulking"));
        say(BOB, Audience.MEMBERS, Trait.of("offers caulking", "caulking"));
        cards.write(new TraitCards.Said(Set.of(ADA), Set.of(), List.of(Map.of())));

        assertThat(cards.size()).isEqualTo(1);
        assertThat(cards.of(ADA.value())).isEqualTo(TraitCard.EMPTY);
        assertThat(cards.words(new long[] {ADA.value(), BOB.value(), 99})[0]).isEqualTo(TraitCard.EMPTY.words());
        assertThat(cards.words(new long[] {BOB.value()})[0])
                .isEqualTo(cards.of(BOB.value()).words());
        assertThat(values.counted().get("offers caulking")).containsExactly(BOB.value());
        Map<Long, TraitCard> left = new HashMap<>();
        cards.forEach((card, member) -> left.put(member, card));
        assertThat(left).containsOnlyKeys(BOB.value());
    }

    /// An ordinal is given to another value once nobody refers to the former.
    @Test
    void whatAValueWasWorthIsForgottenWithIt() {
        say(ADA, Audience.MEMBERS, Trait.of("offers here", "here"));
        say(BOB, Audience.MEMBERS, Trait.of("offers there", "there"));
        int here = cards.of(ADA.value()).values(0)[0];
        int there = cards.of(BOB.value()).values(0)[0];
        values.strengths(here)[there] = 0.5F;
        assertThat(values.strengths(here)[there]).isEqualTo(0.5F);
        int size = values.size();

        say(BOB, Audience.MEMBERS, Trait.of("looks for elsewhere", "elsewhere"));

        assertThat(values.size()).as("both ordinals are used again").isEqualTo(size);
        assertThat(values.strengths(here)[there]).isNaN();
        for (int i = 3; i < 200; i++) {
            say(new MemberId(i), Audience.MEMBERS, Trait.of("offers " + i, "a"));
        }
        assertThat(values.strengths(here)).hasSizeGreaterThanOrEqualTo(values.size());
    }

    @Test
    void keysOfAnyPageAreFoundAndNoneBeyondTheLast() {
        List<Long> keys = List.of(1L, 1_023L, 1_024L, 1_025L, 5_000_000L);
        keys.forEach(key -> say(new MemberId(key), Audience.MEMBERS, Trait.of("offers " + key, "a")));

        for (long key : keys) {
            assertThat(saidBy(new MemberId(key))).extracting(Trait::key).containsExactly("offers " + key);
        }
        for (long nobody : new long[] {2, 1_022, 2_048, 4_999_999, 5_000_001, 1L << 40, Long.MAX_VALUE}) {
            assertThat(cards.of(nobody)).isEqualTo(TraitCard.EMPTY);
        }
        assertThat(cards.size()).isEqualTo(keys.size());
        assertThatThrownBy(() -> say(new MemberId(Long.MAX_VALUE), Audience.MEMBERS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Trait> saidBy(MemberId member) {
        return values.traits(cards.of(member.value()).part(0));
    }

    private void say(MemberId member, Audience audience, Trait... traits) {
        TraitSource.Said said = new TraitSource.Said(audience, List.of(traits));
        cards.write(new TraitCards.Said(Set.of(member), Set.of(member), List.of(Map.of(member, said))));
    }
}
