package org.wellmet.relevance;

import java.util.ArrayList;
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
    private final CardTable cards = new CardTable();

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
            if (cards.holds(member)) {
                TraitCard former = cards.get(member);
                count(member, former, false);
                each(former, TraitValues::release);
                cards.remove(member);
            }
            if (read.active().contains(id)) {
                TraitCard card = card(id, read.said());
                cards.put(member, card);
                count(member, card, true);
            }
        }
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
        return cards.size();
    }

    /// What the member says; an empty card of whoever takes no part.
    TraitCard of(long member) {
        return cards.get(member);
    }

    /// The [TraitCard#words] of each of these members, as of the card.
    int[][] words(long[] members) {
        return cards.words(members);
    }

    /// Those of the members who may show all members a value of the digest: all who do, and few others.
    long[] perhapsShowing(Digest digest, long[] members) {
        return cards.perhapsShowing(digest, members);
    }

    void forEach(ObjLongConsumer<TraitCard> action) {
        cards.forEachKey(member -> action.accept(cards.get(member), member));
    }

    /// The values of a kind.
    TraitValues values(int kind) {
        return values.get(kind);
    }
}
