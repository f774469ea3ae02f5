package org.wellmet.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;

/// Fills a profile with what its owner brings: adds what is not there, says what is not said, replaces nothing.
/// Thread-safe; runs in the caller's transaction, which holds the profile's lock.
final class TakeOvers {
    private final ProfileStore store;
    private final Members members;

    TakeOvers(ProfileStore store, Members members) {
        this.store = store;
        this.members = members;
    }

    TakenOver takeOver(MemberId member, Brought brought) {
        Map<Section, Integer> added = new EnumMap<>(Section.class);
        int alreadyThere = 0;
        int noRoom = 0;
        for (Item item : brought.items()) {
            switch (add(member, item)) {
                case AddItemOutcome.Added _ -> added.merge(item.section(), 1, Integer::sum);
                case AddItemOutcome.AlreadyThere _ -> alreadyThere++;
                case AddItemOutcome.Full _ -> noRoom++;
            }
        }
        return new TakenOver(added, alreadyThere, noRoom, fillWords(member, brought));
    }

    /// Adds one item, unless the profile says it already or has no room.
    AddItemOutcome add(MemberId member, Item item) {
        List<Kept<?>> there = store.items(member, item.section());
        Optional<Kept<?>> same = Kept.sameAs(item, there);
        if (same.isPresent()) {
            return new AddItemOutcome.AlreadyThere(same.get().id());
        }
        if (there.size() >= item.mostPerMember()) {
            return new AddItemOutcome.Full(item.mostPerMember());
        }
        return new AddItemOutcome.Added(store.insert(member, item));
    }

    private int fillWords(MemberId member, Brought brought) {
        int filled = 0;
        Member before = members.find(member).orElseThrow();
        if (before.headline().isEmpty() && !brought.headline().isEmpty()) {
            members.describe(member, before.name(), brought.headline());
            filled++;
        }
        Words old = store.words(member);
        Words found = brought.words();
        List<Boolean> changed = new ArrayList<>();
        Words merged = new Words(
                fill(old.pronouns(), found.pronouns(), changed),
                old.area().isEmpty() ? found.area() : old.area(),
                fill(old.about(), found.about(), changed),
                fill(old.looksFor(), found.looksFor(), changed),
                fill(old.offers(), found.offers(), changed));
        if (!merged.equals(old)) {
            store.setWords(member, merged);
        }
        return filled + changed.size() + (merged.area().equals(old.area()) ? 0 : 1);
    }

    private static String fill(String old, String found, List<Boolean> changed) {
        if (!old.isEmpty() || found.isEmpty()) {
            return old;
        }
        changed.add(true);
        return found;
    }
}
