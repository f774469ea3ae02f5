package org.wellmet.relevance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The values of one kind of trait: their ordinals, and who shows them to all members.
///
/// *A label belongs to whoever says it*: it stands in the card, so that nobody reads how somebody else, who may
/// hide it, spells the same key. *An ordinal lives as long as a card refers to it*, itself or by its counterpart;
/// then it is given to the next new key, so that memory follows what members say now and not all they ever said.
///
/// Guarded by the [TraitIndex] it belongs to; of [#strengths] numbers are filled in by readers.
final class TraitValues {
    private static final long[] NOBODY = {};
    private static final int NONE = -1;
    /// 16 MB for each gradual kind, of which there is one.
    private static final int MOST_STRENGTHS = 1 << 22;

    private final TraitSource source;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    /// Ordinals that nobody refers to.
    private final Deque<Integer> free = new ArrayDeque<>();

    /// Of a gradual kind how strongly some values go together with all others: by the value that a viewer holds. Many
    /// viewers hold the same, and hundreds are compared with each.
    private final Map<Integer, float[]> strengths = new ConcurrentHashMap<>();

    TraitValues(TraitSource source) {
        this.source = source;
    }

    private static final class Value {
        static final Value GONE = new Value("");

        private final String key;
        /// How somebody spells it, for [#shared] only.
        private String spelling = "";
        /// How many cards name it.
        private int sayers;
        /// How many other values it is the counterpart of.
        private int links;
        private int counterpart = NONE;
        private long[] holders = NOBODY;
        private int count;

        Value(String key) {
            this.key = key;
        }

        /// The label; all who spell it alike hold one string of it.
        String shared(String label) {
            if (spelling.isEmpty()) {
                spelling = label;
            }
            return spelling.equals(label) ? spelling : label;
        }
    }

    /// A card's part for what was said, up to [TraitCard#MOST]; to be given back by [#release].
    TraitCard.Part part(TraitSource.Said said) {
        List<Trait> traits = said.traits().subList(0, Math.min(said.traits().size(), TraitCard.MOST));
        int[] stays = traits.stream()
                .flatMapToInt(trait -> IntStream.of(ordinal(trait.key()), trait.from(), trait.to()))
                .toArray();
        String[] labels = traits.stream()
                .map(trait -> values.get(ordinal(trait.key())).shared(trait.label()))
                .toArray(String[]::new);
        int[] own = IntStream.range(0, labels.length)
                .map(stay -> stays[stay * TraitCard.STAY])
                .sorted()
                .distinct()
                .toArray();
        for (int value : own) {
            refer(value);
        }
        return new TraitCard.Part(said.audience(), own, stays, labels);
    }

    private int ordinal(String key) {
        return ordinals.computeIfAbsent(key, _ -> {
            Integer former = free.poll();
            if (former != null) {
                values.set(former, new Value(key));
                return former;
            }
            values.add(new Value(key));
            return values.size() - 1;
        });
    }

    private void refer(int value) {
        Value said = values.get(value);
        said.sayers++;
        if (said.sayers == 1) {
            said.counterpart = ordinal(source.counterpart(said.key));
            values.get(said.counterpart).links++;
        }
    }

    /// Forgets a card's part, which is no longer [counted][#count].
    void release(TraitCard.Part part) {
        for (int value : part.values()) {
            Value said = values.get(value);
            said.sayers--;
            if (said.sayers == 0) {
                int counterpart = said.counterpart;
                said.counterpart = NONE;
                values.get(counterpart).links--;
                freeUnused(counterpart);
                freeUnused(value);
            }
        }
    }

    private void freeUnused(int value) {
        Value unused = values.get(value);
        if (unused.sayers == 0 && unused.links == 0 && ordinals.remove(unused.key, value)) {
            values.set(value, Value.GONE);
            free.push(value);
            strengths.clear();
        }
    }

    /// How many ordinals there are, in use or to be used again.
    int size() {
        return values.size();
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

    /// How strongly a value goes together with each other value, by ordinal: not a number where that was not computed
    /// yet, for readers to fill in. Whichever of them does so writes the same.
    float[] strengths(int value) {
        float[] known = strengths.get(value);
        if (known == null || known.length < size()) {
            known = new float[size() + size() / 8];
            Arrays.fill(known, Float.NaN);
            if ((long) (strengths.size() + 1) * known.length > MOST_STRENGTHS) {
                strengths.clear();
            }
            strengths.put(value, known);
        }
        return known;
    }

    /// What was said, as it was said.
    List<Trait> traits(TraitCard.Part part) {
        return IntStream.range(0, part.labels().length)
                .mapToObj(stay -> trait(part, stay))
                .toList();
    }

    private Trait trait(TraitCard.Part part, int stay) {
        int at = stay * TraitCard.STAY;
        return trait(part.stays(), at, part.labels()[stay]);
    }

    private Trait trait(int[] words, int at, String label) {
        return new Trait(values.get(words[at]).key, label, words[at + 1], words[at + 2]);
    }

    /// What a card that tells of the kind says of one value.
    List<Trait> traits(TraitCard card, int kind, int value) {
        List<Trait> traits = new ArrayList<>(1);
        for (int stay = card.firstStay(kind); stay < card.endOfStays(kind); stay++) {
            int at = card.wordOf(stay);
            if (card.words()[at] == value) {
                traits.add(trait(card.words(), at, card.labels()[stay]));
            }
        }
        return traits;
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
