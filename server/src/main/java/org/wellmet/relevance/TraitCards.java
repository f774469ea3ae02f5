package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// What all active members say: a card each, and the values that the cards refer to.
///
/// Guarded by the [TraitIndex] it belongs to; touches no table.
final class TraitCards {
    private final List<TraitValues> values;
    private final Map<Long, TraitCard> cards = new HashMap<>();

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
            TraitCard former = cards.remove(id.value());
            if (former != null) {
                count(id, former, false);
                each(former, TraitValues::release);
            }
            if (read.active().contains(id)) {
                TraitCard card = card(id, read.said());
                cards.put(id.value(), card);
                count(id, card, true);
            }
        }
    }

    private TraitCard card(MemberId id, List<Map<MemberId, TraitSource.Said>> said) {
        List<TraitCard.Part> parts = new ArrayList<>();
        for (int kind = 0; kind < values.size(); kind++) {
            TraitSource.Said own = said.get(kind).get(id);
            parts.add(own == null ? TraitCard.Part.NOTHING : values.get(kind).part(own));
        }
        return new TraitCard(parts);
    }

    private void count(MemberId id, TraitCard card, boolean isThere) {
        each(card, (own, part) -> {
            if (part.audience().compareTo(Audience.MEMBERS) >= 0) {
                for (int value : part.values()) {
                    own.count(value, id.value(), isThere);
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
        return cards.size();
    }

    /// What the member says; an empty card of whoever takes no part.
    TraitCard of(long member) {
        return cards.getOrDefault(member, TraitCard.EMPTY);
    }

    void forEach(ObjLongConsumer<TraitCard> action) {
        cards.forEach((member, card) -> action.accept(card, member));
    }

    /// The values of a kind.
    TraitValues values(int kind) {
        return values.get(kind);
    }
}
