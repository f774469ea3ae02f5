package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seeded: a map of the same values is the oracle.
class ValueNumbersTest {
    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {0, 1, 12, 500})
    void areThoseOfAMapOfTheSameValues(int count) {
        RandomGenerator random = new SplittableRandom(20_261_123 + count);
        ValueNumbers numbers = new ValueNumbers();
        Map<List<Integer>, Integer> expected = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(7);
            int value = random.nextInt(300);
            int number = expected.computeIfAbsent(List.of(kind, value), _ -> expected.size());
            assertThat(numbers.add(kind, value)).isEqualTo(number);
        }
        assertThat(numbers.size()).isEqualTo(expected.size());
        for (int kind = 0; kind < 7; kind++) {
            for (int value = 0; value < 300; value++) {
                assertThat(numbers.of(kind, value)).isEqualTo(expected.getOrDefault(List.of(kind, value), -1));
            }
        }
    }
}
