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
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;

/// The traits of all active members, in memory: a projection of the profiles.
///
/// Each kind of trait gives its keys dense ordinals; a member's card holds these, with the audience that may see them.
/// What all members may see is counted, and nothing else: a rarity would otherwise betray that somebody hides a trait.
///
/// Thread-safe: readers hold `lock` shared through [#read]; the tail's thread reads the tables before it takes the lock
/// alone, for the writes in memory only, so that no slate waits for the database.
@Component
final class TraitIndex implements Projection {
    /// How many members are read from the tables at once while rebuilding.
    private static final int PIECE = 1_000;

    private final List<TraitSource> sources;
    private final Profiles profiles;
    private final Members members;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private TraitCards current;

    TraitIndex(List<TraitSource> sources, Profiles profiles, Members members) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(TraitSource::name)).toList();
        this.profiles = profiles;
        this.members = members;
        this.current = new TraitCards(this.sources);
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
        TraitCards fresh = new TraitCards(sources);
        List<MemberId> piece = members.idsAfter(0, PIECE);
        while (!piece.isEmpty()) {
            fresh.write(said(piece));
            piece = members.idsAfter(piece.getLast().value(), PIECE);
        }
        alone(() -> current = fresh);
    }

    @Override
    public void apply(List<Change> changes) {
        Set<MemberId> touched = new LinkedHashSet<>();
        for (Change change : changes) {
            if (sources.stream().anyMatch(source -> source.concerns(change))) {
                touched.add(new MemberId(change.memberId()));
            }
        }
        if (!touched.isEmpty()) {
            TraitCards.Said read = said(touched);
            alone(() -> current.write(read));
        }
    }

    /// Asks the tables, so never under the lock.
    private TraitCards.Said said(Collection<MemberId> ids) {
        Map<MemberId, Profile> active = new HashMap<>(profiles.whole(ids));
        active.values().removeIf(profile -> profile.member().status() != MemberStatus.ACTIVE);
        return new TraitCards.Said(
                new LinkedHashSet<>(ids),
                active.keySet(),
                sources.stream().map(source -> source.of(active)).toList());
    }

    private void alone(Runnable writing) {
        lock.writeLock().lock();
        try {
            writing.run();
        } finally {
            lock.writeLock().unlock();
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
        return current.size();
    }

    /// Within [#read]: what the member says.
    TraitCard card(long member) {
        return current.of(member);
    }

    /// Within [#read]: what each of these members says, as [TraitCard#words].
    int[][] words(long[] members) {
        return current.words(members);
    }

    /// Within [#read]: those of the members who may show all members a value of the digest: all who do, and few others.
    long[] perhapsShowing(Digest digest, long[] members) {
        return current.perhapsShowing(digest, members);
    }

    /// Within [#read]: the values of a kind.
    TraitValues values(int kind) {
        return current.values(kind);
    }

    /// Up to `limit` members who show all members what few show and this one says, too: the rarest trait first. Traits
    /// with more than `mostHolders` lead to nobody.
    List<MemberId> sharing(MemberId member, int mostHolders, int limit) {
        return read(() -> {
            TraitCard card = current.of(member.value());
            List<long[]> rarestFirst = new ArrayList<>();
            for (int kind = 0; kind < sources.size(); kind++) {
                TraitValues own = values(kind);
                for (int value : card.values(kind)) {
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
            current.forEach((card, member) -> {
                for (int kind = 0; kind < sources.size(); kind++) {
                    TraitValues own = values(kind);
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
                TraitValues own = values(kind);
                String name = sources.get(kind).name();
                own.counted().forEach((key, holders) -> words.put(name + " = " + key, Arrays.toString(holders)));
            }
            return words;
        });
    }
}
