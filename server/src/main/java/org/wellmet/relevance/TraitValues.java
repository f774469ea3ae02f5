package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The values of one kind of trait: their ordinals, how they are called, and who shows them to all members.
///
/// Guarded by the [TraitIndex] it belongs to.
final class TraitValues {
    private static final long[] NOBODY = {};

    private final TraitSource source;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<Value> values = new ArrayList<>();

    TraitValues(TraitSource source) {
        this.source = source;
    }

    private static final class Value {
        private final String key;
        private final String label;
        private int counterpart = -1;
        private long[] holders = NOBODY;
        private int count;

        Value(String key, String label) {
            this.key = key;
            this.label = label;
        }
    }

    /// A card's part for what was said.
    TraitCard.Part part(TraitSource.Said said) {
        int[] stays = said.traits().stream()
                .flatMapToInt(trait -> IntStream.of(ordinal(trait), trait.from(), trait.to()))
                .toArray();
        int[] own = IntStream.range(0, stays.length / TraitCard.Part.STAY)
                .map(stay -> stays[stay * TraitCard.Part.STAY])
                .sorted()
                .distinct()
                .toArray();
        return new TraitCard.Part(said.audience(), own, stays);
    }

    private int ordinal(Trait trait) {
        int ordinal = ordinal(trait.key(), trait.label());
        if (values.get(ordinal).counterpart < 0) {
            values.get(ordinal).counterpart = ordinal(source.counterpart(trait.key()), trait.label());
        }
        return ordinal;
    }

    private int ordinal(String key, String label) {
        return ordinals.computeIfAbsent(key, _ -> {
            values.add(new Value(key, label));
            return values.size() - 1;
        });
    }

    /// The value that goes together with this one.
    int counterpart(int value) {
        return values.get(value).counterpart;
    }

    int holders(int value) {
        return values.get(value).count;
    }

    long[] holderKeys(int value) {
        Value counted = values.get(value);
        return Arrays.copyOf(counted.holders, counted.count);
    }

    /// O(1) to add, O(holders) to take away.
    void count(int value, long member, boolean isThere) {
        Value counted = values.get(value);
        if (isThere) {
            if (counted.count == counted.holders.length) {
                counted.holders = Arrays.copyOf(counted.holders, Math.max(2, counted.count * 3 / 2));
            }
            counted.holders[counted.count++] = member;
            return;
        }
        for (int i = 0; i < counted.count; i++) {
            if (counted.holders[i] == member) {
                counted.count--;
                counted.holders[i] = counted.holders[counted.count];
                return;
            }
        }
    }

    /// What was said, as it was said.
    List<Trait> traits(TraitCard.Part part) {
        return IntStream.range(0, part.stays().length / TraitCard.Part.STAY)
                .mapToObj(stay -> trait(part.stays(), stay * TraitCard.Part.STAY))
                .toList();
    }

    /// What was said of one value.
    Stream<Trait> traits(TraitCard.Part part, int value) {
        return IntStream.range(0, part.stays().length / TraitCard.Part.STAY)
                .map(stay -> stay * TraitCard.Part.STAY)
                .filter(at -> part.stays()[at] == value)
                .mapToObj(at -> trait(part.stays(), at));
    }

    private Trait trait(int[] stays, int at) {
        Value value = values.get(stays[at]);
        return new Trait(value.key, value.label, stays[at + 1], stays[at + 2]);
    }

    /// Who shows each key to all members, ascending; keys that nobody shows are missing.
    Map<String, long[]> counted() {
        Map<String, long[]> counted = new HashMap<>();
        for (int value = 0; value < values.size(); value++) {
            if (holders(value) > 0) {
                long[] keys = holderKeys(value);
                Arrays.sort(keys);
                counted.put(values.get(value).key, keys);
            }
        }
        return counted;
    }
}
