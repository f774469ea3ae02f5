package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;

/// The network around a viewer and some others, as the viewer may see it: *the only way of the model to the server's
/// facts*.
///
/// Traits are narrowed by how the viewer stands to their owner, ties by the graph's rule; of those who are neither the
/// viewer
/// nor judged, only what all members may see counts.
///
/// Confined to one judging, within [TraitIndex#read].
final class SeenNetwork implements Network {
    static final int VIEWER = 0;
    /// The mean degree that chance is measured by. The true one would tell of hidden ties.
    private static final double USUAL_DEGREE = 30;

    private static final int[] NOBODY = {};

    private final TraitIndex index;
    private final SeenTies ties;
    private final Map<Long, Standing> standings;
    private final int thisMonth;
    private final Map<Long, Integer> ordinals = new HashMap<>();
    private final List<Long> keys = new ArrayList<>();
    private final Map<Integer, int[]> neighbors = new HashMap<>();

    /// The viewer is the ordinal [#VIEWER], the others follow in their order.
    SeenNetwork(
            TraitIndex index,
            SeenTies ties,
            MemberId viewer,
            Map<Long, Standing> standings,
            List<MemberId> others,
            int thisMonth) {
        this.index = index;
        this.ties = ties;
        this.standings = standings;
        this.thisMonth = thisMonth;
        ordinal(viewer.value());
        others.forEach(other -> ordinal(other.value()));
    }

    private int ordinal(long key) {
        return ordinals.computeIfAbsent(key, _ -> {
            keys.add(key);
            return keys.size() - 1;
        });
    }

    @Override
    public int memberCount() {
        return index.memberCount();
    }

    @Override
    public double tieEnds() {
        return USUAL_DEGREE * index.memberCount();
    }

    @Override
    public int kindCount() {
        return index.sources().size();
    }

    @Override
    public int degree(int member) {
        return ties.degree(keys.get(member));
    }

    @Override
    public int[] neighbors(int member) {
        int[] known = neighbors.get(member);
        if (known == null) {
            List<MemberId> list = ties.list(keys.get(member));
            known = list.isEmpty()
                    ? NOBODY
                    : list.stream()
                            .mapToInt(other -> ordinal(other.value()))
                            .sorted()
                            .toArray();
            neighbors.put(member, known);
        }
        return known;
    }

    private TraitCard.Part part(int kind, int member) {
        @Nullable TraitCard card = index.card(keys.get(member));
        if (card == null) {
            return TraitCard.Part.NOTHING;
        }
        Standing standing =
                member == VIEWER ? Standing.SELF : standings.getOrDefault(keys.get(member), Standing.MEMBER);
        return card.part(kind).seenBy(standing);
    }

    @Override
    public int[] values(int kind, int member) {
        return part(kind, member).values();
    }

    @Override
    public int holders(int kind, int value) {
        return Math.max(1, index.values(kind).holders(value));
    }

    @Override
    public int[] company(int kind, int value, int[] members) {
        return IntStream.of(members)
                .map(member -> (int) IntStream.of(neighbors(member))
                        .filter(neighbor -> shows(kind, value, neighbor))
                        .count())
                .toArray();
    }

    /// Whether that member shows the value to all members.
    private boolean shows(int kind, int value, int member) {
        @Nullable TraitCard card = index.card(keys.get(member));
        return card != null
                && member != VIEWER
                && card.part(kind).audience().compareTo(Audience.MEMBERS) >= 0
                && Arrays.binarySearch(card.part(kind).values(), value) >= 0;
    }

    @Override
    public int[] inCommon(int member, int[] members) {
        int[] own = neighbors(member);
        return IntStream.of(members)
                .map(other -> other == member
                        ? 0
                        : (int) IntStream.of(neighbors(other))
                                .filter(each -> Arrays.binarySearch(own, each) >= 0)
                                .count())
                .toArray();
    }

    @Override
    public double shared(int kind, int member, int other) {
        TraitSource source = index.sources().get(kind);
        return matches(kind, member, other).mapToDouble(source::strength).sum();
    }

    @Override
    public Affinity affinity(int kind) {
        return Affinity.UNKNOWN;
    }

    /// The pairs of traits that go together, one for each value: the strongest.
    Stream<Match> matches(int kind, int member, int other) {
        TraitSource source = index.sources().get(kind);
        TraitValues known = index.values(kind);
        TraitCard.Part mine = part(kind, member);
        TraitCard.Part theirs = part(kind, other);
        if (mine.values().length == 0 || theirs.values().length == 0) {
            return Stream.empty();
        }
        return IntStream.of(mine.values())
                .boxed()
                .flatMap(value -> IntStream.of(theirs.values())
                        .filter(each -> source.isGradual() || each == known.counterpart(value))
                        .boxed()
                        .flatMap(each -> strongest(source, pairs(kind, known.traits(mine, value), theirs, each))));
    }

    private Stream<Match> pairs(int kind, Stream<Trait> mine, TraitCard.Part theirs, int value) {
        int holders = holders(kind, value);
        double rarity = Signals.rarity(memberCount(), holders);
        TraitValues known = index.values(kind);
        return mine.flatMap(
                one -> known.traits(theirs, value).map(other -> new Match(one, other, holders, rarity, thisMonth)));
    }

    private static Stream<Match> strongest(TraitSource source, Stream<Match> matches) {
        return matches.reduce((a, b) -> source.strength(a) >= source.strength(b) ? a : b).stream();
    }
}
