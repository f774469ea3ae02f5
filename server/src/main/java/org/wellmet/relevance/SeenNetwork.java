package org.wellmet.relevance;

import java.util.Arrays;
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
/// Traits are narrowed by how the viewer stands to their owner, ties by the graph's rule; of those who are neither
/// the viewer nor judged, only what all members may see counts.
///
/// Confined to one judging, within [TraitIndex#read].
final class SeenNetwork implements Network {
    static final int VIEWER = 0;
    /// The mean degree that chance is measured by. The true one would tell of hidden ties.
    private static final double USUAL_DEGREE = 30;

    private final TraitIndex index;
    private final SeenTies ties;
    private final Map<Long, Standing> standings;
    private final int thisMonth;
    /// The viewer, the others, and then everybody on their lists.
    private final KeyOrdinals ordinals = new KeyOrdinals();
    /// By ordinal, as they are asked for: of the others' neighbors few are.
    private final @Nullable TraitCard[] cards;

    private final int[] @Nullable [] neighbors;

    /// The viewer is the ordinal [#VIEWER], the others follow in their order.
    ///
    /// @param others ascending
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
        ordinals.add(viewer.value());
        others.forEach(other -> ordinals.add(other.value()));
        ties.forEachListed(ordinals::add);
        this.cards = new TraitCard[ordinals.size()];
        this.neighbors = new int[ordinals.size()][];
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
        return ties.degree(ordinals.key(member));
    }

    @Override
    public int[] neighbors(int member) {
        int @Nullable [] known = neighbors[member];
        if (known == null) {
            long[] list = ties.list(ordinals.key(member));
            known = new int[list.length];
            for (int i = 0; i < list.length; i++) {
                known[i] = ordinals.of(list[i]);
            }
            Arrays.sort(known);
            neighbors[member] = known;
        }
        return known;
    }

    private TraitCard card(int member) {
        @Nullable TraitCard card = cards[member];
        if (card == null) {
            card = index.card(ordinals.key(member));
            cards[member] = card;
        }
        return card;
    }

    private TraitCard.Part part(int kind, int member) {
        Standing standing =
                member == VIEWER ? Standing.SELF : standings.getOrDefault(ordinals.key(member), Standing.MEMBER);
        return card(member).part(kind).seenBy(standing);
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
        boolean[] isHolder = holders(index.values(kind).holderKeys(value), kind, value);
        int[] company = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            int count = 0;
            for (int neighbor : neighbors(members[i])) {
                count += isHolder[neighbor] ? 1 : 0;
            }
            company[i] = ofAll(members[i], count);
        }
        return company;
    }

    /// By ordinal, who of all here shows the value to all members: looked up from whichever side is shorter, once for
    /// hundreds of lists.
    private boolean[] holders(long[] holderKeys, int kind, int value) {
        boolean[] isHolder = new boolean[ordinals.size()];
        if (holderKeys.length < ordinals.size()) {
            for (long key : holderKeys) {
                int member = ordinals.of(key);
                if (member > VIEWER) {
                    isHolder[member] = true;
                }
            }
        } else {
            for (int member = VIEWER + 1; member < isHolder.length; member++) {
                isHolder[member] = shows(kind, value, member);
            }
        }
        return isHolder;
    }

    /// How many of those the member is tied to these are: where only a part of the list was read, by proportion.
    private int ofAll(int member, int count) {
        int read = neighbors(member).length;
        int all = degree(member);
        return read == 0 || read >= all ? count : (int) Math.round((double) count * all / read);
    }

    /// Whether that member shows the value to all members.
    private boolean shows(int kind, int value, int member) {
        TraitCard.Part part = card(member).part(kind);
        return part.audience().compareTo(Audience.MEMBERS) >= 0 && Arrays.binarySearch(part.values(), value) >= 0;
    }

    @Override
    public int[] inCommon(int member, int[] members) {
        boolean[] isOwn = new boolean[ordinals.size()];
        for (int neighbor : neighbors(member)) {
            isOwn[neighbor] = true;
        }
        int[] common = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            if (members[i] != member) {
                int count = 0;
                for (int neighbor : neighbors(members[i])) {
                    count += isOwn[neighbor] ? 1 : 0;
                }
                common[i] = ofAll(members[i], count);
            }
        }
        return common;
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
