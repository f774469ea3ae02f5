package org.wellmet.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Seeded: a map of the same keys is the oracle.
class KeyOrdinalsTest {
    private static final long SEED = 20_261_123;

    @Test
    void areThoseOfAMapOfTheSameKeys() {
        RandomGenerator random = new SplittableRandom(SEED);
        for (long range : List.of(3L, 1_000L, 1L << 40, Long.MAX_VALUE)) {
            KeyOrdinals ordinals = range == 1_000L ? new KeyOrdinals(2) : new KeyOrdinals();
            Map<Long, Integer> expected = new HashMap<>();
            List<Long> inOrder = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                long key = random.nextLong(range);
                if (!expected.containsKey(key)) {
                    expected.put(key, inOrder.size());
                    inOrder.add(key);
                }
                assertThat(ordinals.add(key)).isEqualTo(expected.get(key));
                long other = random.nextLong(range);
                assertThat(ordinals.of(other)).isEqualTo(expected.getOrDefault(other, -1));
            }
            assertThat(ordinals.size()).isEqualTo(inOrder.size());
            assertThat(ordinals.keys()).containsExactly(inOrder.toArray(Long[]::new));
            for (int ordinal = 0; ordinal < inOrder.size(); ordinal++) {
                assertThat(ordinals.key(ordinal)).isEqualTo(inOrder.get(ordinal));
            }
        }
    }
}
