package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrdinalsTest {
    static List<Arguments> keys() {
        return List.of(
                Arguments.of("a sequence", LongStream.range(1, 700).toArray()),
                Arguments.of(
                        "a sequence downwards",
                        LongStream.range(0, 700).map(i -> 699 - i).toArray()),
                Arguments.of("around zero", LongStream.range(-300, 300).toArray()),
                Arguments.of(
                        "every third", LongStream.range(0, 300).map(i -> 3 * i).toArray()),
                Arguments.of(
                        "every fourth", LongStream.range(0, 300).map(i -> 4 * i).toArray()),
                Arguments.of("scattered", new Random(3).longs(700).distinct().toArray()),
                Arguments.of(
                        "the last",
                        LongStream.range(0, 99).map(i -> Long.MAX_VALUE - i).toArray()),
                Arguments.of(
                        "the first",
                        LongStream.range(0, 99).map(i -> Long.MIN_VALUE + i).toArray()),
                Arguments.of("both ends", new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1}),
                Arguments.of("a sequence and a stranger", new long[] {5, 6, 7, 8, 9, 1L << 40, 10, 11, -7}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void eachKeyKeepsItsOrdinalAndNoOtherHasOne(String name, long[] keys) {
        List<Ordinals> tables = new ArrayList<>(List.of(new Ordinals(0)));
        for (int count = 0; count < keys.length; count++) {
            tables.add(tables.getLast().with(keys[count], count));
        }
        assertHolds(tables.getLast(), keys, keys.length);
        assertHolds(Ordinals.of(keys.clone(), keys.length), keys, keys.length);
        for (int count = 0; count <= keys.length; count += 1 + count / 5) {
            assertHolds(tables.get(count), keys, count); // a table as it was, though more was put into it since
        }
    }

    private static void assertHolds(Ordinals table, long[] keys, int count) {
        for (int ordinal = 0; ordinal < keys.length; ordinal++) {
            assertThat(table.find(keys[ordinal], count)).isEqualTo(ordinal < count ? ordinal : Ordinals.NONE);
            if (ordinal < count) {
                assertThat(table.key(ordinal)).isEqualTo(keys[ordinal]);
            }
        }
        for (long stranger : new long[] {-1_000, 1_000_003, Long.MIN_VALUE + 500, Long.MAX_VALUE - 500}) {
            assertThat(table.find(stranger, count)).isEqualTo(Ordinals.NONE);
        }
    }

    @Test
    void anOrdinalThatWasTakenBackIsGivenToAnother() {
        Ordinals table = Ordinals.of(LongStream.range(0, 64).toArray(), 16); // the other 48 are room
        Ordinals dense = Ordinals.of(LongStream.range(0, 64).map(i -> 2 * i).toArray(), 32)
                .with(1, 32)
                .with(3, 33);
        dense.forget(32);
        assertThat(dense.find(62, 32)).isEqualTo(31);

        Ordinals again = dense.with(5, 32).with(99_999, 33);

        assertThat(again.find(1, 34)).isEqualTo(Ordinals.NONE);
        assertThat(again.find(3, 34)).isEqualTo(Ordinals.NONE);
        assertThat(again.find(5, 34)).isEqualTo(32);
        assertThat(again.find(99_999, 34)).isEqualTo(33);
        assertThat(table.find(40, 16)).isEqualTo(Ordinals.NONE);
    }

    @Test
    void aTableTakesNoMoreMemoryForScatteredKeysThanItSays() {
        int count = 1_000;
        long dense = Ordinals.of(LongStream.range(0, count).toArray(), count).byteSize();
        long scattered =
                Ordinals.of(new Random(1).longs(count).toArray(), count).byteSize();

        assertThat(dense).isBetween(12L * count, 13L * count);
        assertThat(scattered).isBetween(12L * count, 24L * count);
    }
}
