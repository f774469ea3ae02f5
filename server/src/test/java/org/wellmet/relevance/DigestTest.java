package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.visibility.Audience;

/// Seeded: what a card shows is the oracle of its marks.
class DigestTest {
    private static final int KINDS = 7;
    private static final int CARDS = 2_000;

    @ParameterizedTest(name = "{0} values of a kind at most")
    @ValueSource(ints = {0, 2, 5})
    void noHolderIsMissedAndHardlyAnybodyElseIsTakenForOne(int most) {
        Random random = new Random(20_261_123 + most);
        CardTable cards = new CardTable();
        for (long member = 1; member <= CARDS; member++) {
            cards.put(member, aCard(random, most));
        }
        Digest digest = new Digest();
        TraitCard sought = aCard(random, 2);
        for (int kind = 0; kind < KINDS; kind++) {
            for (int value : sought.values(kind)) {
                digest.add(kind, value);
            }
        }

        long[] members = random.longs(CARDS, 1, CARDS + 500).toArray();
        Set<Long> found =
                Arrays.stream(cards.perhapsShowing(digest, members)).boxed().collect(Collectors.toSet());

        int mistaken = 0;
        for (long member : members) {
            if (shows(cards.get(member), sought)) {
                assertThat(found).contains(member);
            } else if (found.contains(member) && valueCount(cards.get(member)) <= 16) {
                mistaken++;
            }
        }
        assertThat(mistaken).isLessThan(CARDS / 50);
        assertThat(Arrays.stream(members).boxed().toList()).containsAll(found);
    }

    private static boolean shows(TraitCard card, TraitCard sought) {
        for (int kind = 0; kind < card.words()[0]; kind++) {
            for (int value : TraitCard.isShown(card.words(), kind) ? card.values(kind) : new int[0]) {
                if (IntStream.of(sought.values(kind)).anyMatch(each -> each == value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int valueCount(TraitCard card) {
        return IntStream.range(0, card.words()[0])
                .map(kind -> TraitCard.valueCount(card.words(), kind))
                .sum();
    }

    private static TraitCard aCard(Random random, int most) {
        return TraitCard.of(IntStream.range(0, KINDS)
                .mapToObj(_ -> new TraitCard.Part(
                        random.nextInt(4) == 0 ? Audience.CONNECTIONS : Audience.MEMBERS,
                        random.ints(random.nextInt(most + 1), 0, 300)
                                .sorted()
                                .distinct()
                                .toArray(),
                        new int[0],
                        new String[0]))
                .toList());
    }
}
