package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        long[] keys = LongStream.range(0, 64).map(i -> 100 + 2 * i).toArray(); // half of them are room
        Ordinals torn = Ordinals.of(keys, 32).with(101, 32).with(103, 33).with(105, 34);
        torn.forget(33);
        assertThat(torn.find(162, 33)).isEqualTo(31);
        assertThat(torn.find(101, 33)).isEqualTo(32);

        Ordinals again = torn.with(107, 33).with(99_999, 34);

        assertThat(again.find(103, 35)).isEqualTo(Ordinals.NONE);
        assertThat(again.find(105, 35)).isEqualTo(Ordinals.NONE);
        assertThat(again.find(107, 35)).isEqualTo(33);
        assertThat(again.find(99_999, 35)).isEqualTo(34);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scatteredKeysAreFoundAfterOthersWereTakenBack(long seed) {
        long[] keys = new Random(seed).longs(900).distinct().toArray();
        Ordinals table = Ordinals.of(keys.clone(), 300); // the rest is room
        long[] torn = new Random(seed + 100).longs(500).toArray();
        for (int i = 0; i < torn.length; i++) {
            table = table.with(torn[i], 300 + i);
        }
        table.forget(300);
        table.forget(300); // nothing is left to take back
        for (int count = 300; count < 400; count++) {
            table = table.with(keys[count], count); // fewer than were torn: above them, nothing may be left
            assertThat(table.find(keys[count], count + 1)).isEqualTo(count);
        }
        assertHolds(table, Arrays.copyOf(keys, 400), 400);
        for (long key : torn) {
            assertThat(table.find(key, 400)).isEqualTo(Ordinals.NONE);
        }
    }

    /// 8 bytes a key; a window of 4 bytes for each key spanned and an eighth more; or 4 bytes for each of two to four
    /// slots a key, of which there are at least 32.
    @Test
    void aWindowIsOpenedWhereItTakesNoMoreThanSlots() {
        assertThat(byteSize(LongStream.range(0, 300).map(i -> 3 * i))).isEqualTo(2_400 + 4 * (898 + 112) + 4 * 32);
        assertThat(byteSize(LongStream.concat(LongStream.range(0, 299), LongStream.of(900))))
                .isEqualTo(2_400 + 4 * 1_024);
        assertThat(byteSize(LongStream.of(77))).isEqualTo(8 + 4 + 4 * 32);
        assertThat(byteSize(LongStream.of(Long.MAX_VALUE / 2 - 1))).isEqualTo(8 + 4 + 4 * 32);
        assertThat(byteSize(LongStream.of(Long.MAX_VALUE / 2))).isEqualTo(8 + 4 * 32);
        assertThat(Ordinals.of(LongStream.range(0, 300).toArray(), 100).byteSize())
                .isEqualTo(2_400 + 4 * (100 + 12) + 4 * 512);
    }

    private static long byteSize(LongStream keys) {
        long[] array = keys.toArray();
        return Ordinals.of(array, array.length).byteSize();
    }
}
