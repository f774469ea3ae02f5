package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// What all active members say: a card each, and the values that the cards refer to.
///
/// Guarded by the [TraitIndex] it belongs to; touches no table.
final class TraitCards {
    private final List<TraitValues> values;
    /// Of everybody who ever had a card.
    private final KeyOrdinals ordinals = new KeyOrdinals();
    /// By ordinal; nothing for whoever takes no part any more.
    private int[] @Nullable [] words = new int[0][];

    private String[] @Nullable [] labels = new String[0][];
    private int size;

    TraitCards(List<TraitSource> sources) {
        values = sources.stream().map(TraitValues::new).toList();
    }

    /// What some members say, as it was read from the tables.
    ///
    /// @param active those of them who take part
    /// @param said by kind
    record Said(Set<MemberId> all, Set<MemberId> active, List<Map<MemberId, TraitSource.Said>> said) {}

    void write(Said read) {
        for (MemberId id : read.all()) {
            long member = id.value();
            if (holds(member)) {
                TraitCard former = of(member);
                count(member, former, false);
                each(former, TraitValues::release);
                put(member, null);
            }
            if (read.active().contains(id)) {
                TraitCard card = card(id, read.said());
                put(member, card);
                count(member, card, true);
            }
        }
    }

    private void put(long member, @Nullable TraitCard card) {
        int ordinal = ordinals.add(member);
        if (ordinal >= words.length) {
            words = Arrays.copyOf(words, Math.max(1024, ordinals.size() * 3 / 2));
            labels = Arrays.copyOf(labels, words.length);
        }
        size += card == null ? -1 : 1;
        words[ordinal] = card == null ? null : card.words();
        labels[ordinal] = card == null ? null : card.labels();
    }

    private TraitCard card(MemberId id, List<Map<MemberId, TraitSource.Said>> said) {
        List<TraitCard.Part> parts = new ArrayList<>();
        for (int kind = 0; kind < values.size(); kind++) {
            TraitSource.Said own = said.get(kind).get(id);
            parts.add(own == null ? TraitCard.Part.NOTHING : values.get(kind).part(own));
        }
        return TraitCard.of(parts);
    }

    private void count(long member, TraitCard card, boolean isThere) {
        each(card, (own, part) -> {
            if (part.audience().compareTo(Audience.MEMBERS) >= 0) {
                for (int value : part.values()) {
                    own.count(value, member, isThere);
                }
            }
        });
    }

    private void each(TraitCard card, BiConsumer<TraitValues, TraitCard.Part> action) {
        for (int kind = 0; kind < values.size(); kind++) {
            action.accept(values.get(kind), card.part(kind));
        }
    }

    int size() {
        return size;
    }

    private boolean holds(long member) {
        int ordinal = ordinals.of(member);
        return ordinal >= 0 && words[ordinal] != null;
    }

    /// What the member says; an empty card of whoever takes no part.
    TraitCard of(long member) {
        int ordinal = ordinals.of(member);
        int @Nullable [] own = ordinal < 0 ? null : words[ordinal];
        String @Nullable [] spelled = ordinal < 0 ? null : labels[ordinal];
        return own == null || spelled == null ? TraitCard.EMPTY : new TraitCard(own, spelled);
    }

    /// The [TraitCard#words] of each of these members, as of the card. Each step for all before the next, so that the
    /// memory of many is waited for at once.
    int[][] words(long[] members) {
        int[] found = new int[members.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = ordinals.of(members[i]);
        }
        int[][] said = new int[members.length][];
        for (int i = 0; i < found.length; i++) {
            int @Nullable [] own = found[i] < 0 ? null : words[found[i]];
            said[i] = own == null || own[0] == 0 ? TraitCard.EMPTY.words() : own; // a look waits for its memory
        }
        return said;
    }

    void forEach(ObjLongConsumer<TraitCard> action) {
        for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
            if (words[ordinal] != null) {
                action.accept(of(ordinals.key(ordinal)), ordinals.key(ordinal));
            }
        }
    }

    /// The values of a kind.
    TraitValues values(int kind) {
        return values.get(kind);
    }
}
