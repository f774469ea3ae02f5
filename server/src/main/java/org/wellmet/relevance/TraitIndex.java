package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;
import org.wellmet.visibility.Audience;

/// The traits of all active members, in memory: a projection of the profiles.
///
/// Each kind of trait gives its keys dense ordinals; a member's card holds these, with the audience that may see them.
/// What
/// all members may see is counted, and nothing else: a rarity would otherwise betray that somebody hides a trait.
///
/// Thread-safe: the tail's thread writes under `lock`, readers hold it shared through [#read].
@Component
final class TraitIndex implements Projection {
    /// How many members are read from the tables at once while rebuilding.
    private static final int PIECE = 1_000;

    private final List<TraitSource> sources;
    private final Profiles profiles;
    private final Members members;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private List<TraitValues> values = List.of();
    private final Map<Long, TraitCard> cards = new HashMap<>();

    TraitIndex(List<TraitSource> sources, Profiles profiles, Members members) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(TraitSource::name)).toList();
        this.profiles = profiles;
        this.members = members;
        clear();
    }

    /// The kinds of traits, in the order of their ordinals.
    List<TraitSource> sources() {
        return sources;
    }

    @Override
    public String name() {
        return "traits";
    }

    @Override
    public void rebuild() {
        lock.writeLock().lock();
        try {
            clear();
            List<MemberId> piece = members.idsAfter(0, PIECE);
            while (!piece.isEmpty()) {
                write(piece);
                piece = members.idsAfter(piece.getLast().value(), PIECE);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void apply(List<Change> changes) {
        Set<MemberId> touched = new LinkedHashSet<>();
        for (Change change : changes) {
            if (sources.stream().anyMatch(source -> source.concerns(change))) {
                touched.add(new MemberId(change.memberId()));
            }
        }
        if (touched.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            write(touched);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void clear() {
        cards.clear();
        values = sources.stream().map(TraitValues::new).toList();
    }

    private void write(Collection<MemberId> ids) {
        Map<MemberId, Profile> active = new HashMap<>(profiles.whole(ids));
        active.values().removeIf(profile -> profile.member().status() != MemberStatus.ACTIVE);
        List<Map<MemberId, TraitSource.Said>> said =
                sources.stream().map(source -> source.of(active)).toList();
        for (MemberId id : ids) {
            TraitCard former = cards.remove(id.value());
            if (former != null) {
                count(id, former, false);
            }
            if (active.containsKey(id)) {
                TraitCard card = card(id, said);
                cards.put(id.value(), card);
                count(id, card, true);
            }
        }
    }

    private TraitCard card(MemberId id, List<Map<MemberId, TraitSource.Said>> said) {
        List<TraitCard.Part> parts = new ArrayList<>();
        for (int kind = 0; kind < sources.size(); kind++) {
            TraitSource.Said own = said.get(kind).get(id);
            parts.add(own == null ? TraitCard.Part.NOTHING : values.get(kind).part(own));
        }
        return new TraitCard(parts);
    }

    private void count(MemberId id, TraitCard card, boolean isThere) {
        for (int kind = 0; kind < sources.size(); kind++) {
            TraitCard.Part part = card.part(kind);
            if (part.audience().compareTo(Audience.MEMBERS) >= 0) {
                for (int value : part.values()) {
                    values.get(kind).count(value, id.value(), isThere);
                }
            }
        }
    }

    // ---- reading

    /// Answers a question from one state of the index.
    <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Within [#read]: how many active members there are.
    int memberCount() {
        return cards.size();
    }

    /// Within [#read]: what the member says.
    @Nullable
    TraitCard card(long member) {
        return cards.get(member);
    }

    /// Within [#read]: the values of a kind.
    TraitValues values(int kind) {
        return values.get(kind);
    }

    /// Up to `limit` members who show all members what few show and this one says, too: the rarest trait first. Traits
    /// with
    /// more than `mostHolders` lead to nobody.
    List<MemberId> sharing(MemberId member, int mostHolders, int limit) {
        return read(() -> {
            TraitCard card = cards.get(member.value());
            if (card == null) {
                return List.of();
            }
            List<long[]> rarestFirst = new ArrayList<>();
            for (int kind = 0; kind < sources.size(); kind++) {
                TraitValues own = values.get(kind);
                for (int value : card.part(kind).values()) {
                    int sought = own.counterpart(value);
                    if (own.holders(sought) > 0 && own.holders(sought) <= mostHolders) {
                        rarestFirst.add(own.holderKeys(sought));
                    }
                }
            }
            rarestFirst.sort(Comparator.comparingInt(holders -> holders.length));
            return rarestFirst.stream()
                    .flatMapToLong(Arrays::stream)
                    .filter(key -> key != member.value())
                    .distinct()
                    .limit(limit)
                    .mapToObj(MemberId::new)
                    .toList();
        });
    }

    /// For the twin test: what every member says and how often each key is counted, in words.
    Map<String, Object> inWords() {
        return read(() -> {
            Map<String, Object> words = new HashMap<>();
            cards.forEach((member, card) -> {
                for (int kind = 0; kind < sources.size(); kind++) {
                    TraitValues own = values.get(kind);
                    TraitCard.Part part = card.part(kind);
                    words.put(
                            member + " " + sources.get(kind).name(),
                            part.audience() + " "
                                    + own.traits(part).stream()
                                            .map(Trait::toString)
                                            .sorted()
                                            .toList());
                }
            });
            for (int kind = 0; kind < sources.size(); kind++) {
                TraitValues own = values.get(kind);
                String name = sources.get(kind).name();
                own.counted().forEach((key, holders) -> words.put(name + " = " + key, Arrays.toString(holders)));
            }
            return words;
        });
    }
}
